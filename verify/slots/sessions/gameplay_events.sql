-- Verify gamekeeper:slots/sessions/gameplay_events on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce, _v from slots.gameplay_events where false;
  if has_table_privilege('anon', 'slots.gameplay_events', 'select') or not has_table_privilege('authenticated', 'slots.gameplay_events', 'select') or not has_table_privilege('service_role', 'slots.gameplay_events', 'select') then
    raise exception 'slots.gameplay_events is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.gameplay_events', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.gameplay_events', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.gameplay_events', 'insert, update, delete, truncate') then
    raise exception 'slots.gameplay_events is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.gameplay_events'::regclass) then
    raise exception 'slots.gameplay_events has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.gameplay_events'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.gameplay_events can be changed';
  end if;
  if not exists (select from core.partitions where table_name = 'slots.gameplay_events' and not is_default) then
    raise exception 'slots.gameplay_events has no partition';
  end if;
end
$$;
rollback;
