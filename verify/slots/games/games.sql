-- Verify gamekeeper:slots/games/games on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, name, rng_signature, symbol_map, statistical_profile, created_at from slots.games where false;
  if not has_table_privilege('anon', 'slots.games', 'select') or not has_table_privilege('authenticated', 'slots.games', 'select') or not has_table_privilege('service_role', 'slots.games', 'select') then
    raise exception 'slots.games is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.games', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.games', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.games', 'insert, update, delete, truncate') then
    raise exception 'slots.games is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.games'::regclass) then
    raise exception 'slots.games has no row level security';
  end if;
end
$$;
rollback;
