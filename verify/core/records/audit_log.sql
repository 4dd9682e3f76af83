-- Verify gamekeeper:core/records/audit_log on pg
begin;
do $$
begin
  perform entry_id, at, actor, actor_role, table_name, operation, before, after from core.audit_log where false;
  if has_table_privilege('anon', 'core.audit_log', 'select') or has_table_privilege('service_role', 'core.audit_log', 'insert') then
    raise exception 'core.audit_log has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.audit_log'::regclass) then
    raise exception 'core.audit_log has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'core.audit_log'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'core.audit_log can be changed';
  end if;
end
$$;
rollback;
