-- Verify gamekeeper:cards/games/room_directory on pg
begin;
set local role gamekeeper;
do $$
begin
  perform join_code, game_id, is_public, is_open, max_players, current_players, created_at from cards.room_directory where false;
  if has_any_column_privilege('anon', 'cards.room_directory', 'select, insert, update, references')
    or has_any_column_privilege('authenticated', 'cards.room_directory', 'select, insert, update, references')
    or has_any_column_privilege('service_role', 'cards.room_directory', 'insert, update, references')
    or not has_table_privilege('service_role', 'cards.room_directory', 'select')
  then
    raise exception 'cards.room_directory has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.room_directory'::regclass) then
    raise exception 'cards.room_directory has no row level security';
  end if;
end
$$;
rollback;
