-- Deploy gamekeeper:cards/lobby/lock_room to pg
-- requires: cards/games/game_states cards/games/room_directory core/errors/raise cards/writing/lock_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.lock_room(join_code text)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game_id constant uuid := (
    select r.game_id from cards.room_directory as r where r.join_code = upper(btrim(lock_room.join_code))
  );
begin
  if _game_id is null or not exists (select from cards.game_states as s where s.game_id = _game_id) then
    perform core.raise('NOT_FOUND', '{"field": "join_code"}');
  end if;
  return cards.lock_game(_game_id);
end
$$;
comment on function cards.lock_room(text) is
  'Locks the game with a join code and returns its live row. Raises: NOT_FOUND. [helper]';
revoke all on function cards.lock_room(text) from public;
commit;
