-- Verify gamekeeper:slots/reports/session_metrics_latest on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_table_privilege('anon', 'slots.session_metrics_latest', 'select') or has_table_privilege('authenticated', 'slots.session_metrics_latest', 'select') or has_table_privilege('service_role', 'slots.session_metrics_latest', 'select') then
    raise exception 'slots.session_metrics_latest is readable by the wrong roles';
  end if;
end
$$;
rollback;
