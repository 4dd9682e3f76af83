-- Verify gamekeeper:slots/sessions/sessions on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, owner_id, game_id, player_profile, state, metrics, current_wallet_id, pending_bet, event_count, last_event_at, seed_no, server_seed_hash, next_server_seed_hash, client_seed, nonce, created_at, updated_at from slots.sessions where false;
  if has_table_privilege('anon', 'slots.sessions', 'select') or not has_table_privilege('authenticated', 'slots.sessions', 'select') or not has_table_privilege('service_role', 'slots.sessions', 'select') then
    raise exception 'slots.sessions is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.sessions', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.sessions', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.sessions', 'insert, update, delete, truncate') then
    raise exception 'slots.sessions is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.sessions'::regclass) then
    raise exception 'slots.sessions has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.sessions'::regclass and tgname like 'state_machine%') <> 2 then
    raise exception 'slots.sessions does not guard its state';
  end if;
end
$$;
rollback;
