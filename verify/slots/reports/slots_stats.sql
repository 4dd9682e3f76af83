-- Verify gamekeeper:slots/reports/slots_stats on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_table_privilege('anon', 'slots.slots_stats', 'select') or has_table_privilege('authenticated', 'slots.slots_stats', 'select') or not has_table_privilege('service_role', 'slots.slots_stats', 'select') then
    raise exception 'slots.slots_stats is readable by the wrong roles';
  end if;
end
$$;
rollback;
