-- Deploy gamekeeper:cards/play/lock_seat to pg
-- requires: cards/games/game_states cards/writing/lock_game core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.lock_seat(game_id uuid, player_id uuid)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game constant cards.game_states := cards.lock_game(lock_seat.game_id, lock_seat.player_id);
begin
  if lock_seat.player_id::text <> all ((_game.state).player_ids) then
    perform core.raise('FORBIDDEN', '{"problem": "a spectator acts on nothing"}');
  end if;
  return _game;
end
$$;
comment on function cards.lock_seat(uuid, uuid) is
  'Locks a running game for a player who has a seat, and returns the live row. Raises: NOT_FOUND, STATE_ERROR, FORBIDDEN. [helper]';
revoke all on function cards.lock_seat(uuid, uuid) from public;
commit;
