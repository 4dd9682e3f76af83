-- Verify gamekeeper:slots/reports/metrics on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, metric_id, owner_id, key, value, recorded_at from slots.metrics where false;
  if has_table_privilege('anon', 'slots.metrics', 'select') or not has_table_privilege('authenticated', 'slots.metrics', 'select') or not has_table_privilege('service_role', 'slots.metrics', 'select') then
    raise exception 'slots.metrics is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.metrics', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.metrics', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.metrics', 'insert, update, delete, truncate') then
    raise exception 'slots.metrics is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.metrics'::regclass) then
    raise exception 'slots.metrics has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.metrics'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.metrics can be changed';
  end if;
end
$$;
rollback;
