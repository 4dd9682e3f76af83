-- Verify gamekeeper:slots/sessions/action_keys on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, idempotency_key, event_index, occurred_at from slots.action_keys where false;
  if has_table_privilege('anon', 'slots.action_keys', 'select') or has_table_privilege('authenticated', 'slots.action_keys', 'select') or has_table_privilege('service_role', 'slots.action_keys', 'select') then
    raise exception 'slots.action_keys is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.action_keys', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.action_keys', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.action_keys', 'insert, update, delete, truncate') then
    raise exception 'slots.action_keys is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.action_keys'::regclass) then
    raise exception 'slots.action_keys has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.action_keys'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.action_keys can be changed';
  end if;
end
$$;
rollback;
