-- Verify gamekeeper:slots/learning/rl_store on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, _v from slots.rl_store where false;
  if has_table_privilege('anon', 'slots.rl_store', 'select') or not has_table_privilege('authenticated', 'slots.rl_store', 'select') or not has_table_privilege('service_role', 'slots.rl_store', 'select') then
    raise exception 'slots.rl_store is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.rl_store', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.rl_store', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.rl_store', 'insert, update, delete, truncate') then
    raise exception 'slots.rl_store is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.rl_store'::regclass) then
    raise exception 'slots.rl_store has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.rl_store'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.rl_store can be changed';
  end if;
  if not exists (select from core.partitions where table_name = 'slots.rl_store' and not is_default) then
    raise exception 'slots.rl_store has no partition';
  end if;
end
$$;
rollback;
