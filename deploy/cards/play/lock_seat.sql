-- Deploy gamekeeper:cards/play/lock_seat to pg
-- requires: cards/rules/table_state cards/log/lock_game core/errors/raise cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.lock_seat(game_id uuid, player_id uuid)
returns cards.table_state
language plpgsql
volatile
as $$
declare
  _state constant cards.table_state := cards.lock_game(lock_seat.game_id, lock_seat.player_id);
  _seat constant integer := array_position(_state.player_ids, lock_seat.player_id::text) - 1;
begin
  if _seat is null then
    perform core.raise('FORBIDDEN', '{"problem": "a spectator acts on nothing"}');
  elsif cards.has_seat(_state.gone, _seat) then
    perform core.raise('STATE_ERROR', '{"problem": "you left this game; join_game brings you back"}');
  end if;
  return _state;
end
$$;
comment on function cards.lock_seat(uuid, uuid) is
  'Locks a running game for a player who has a seat and has not left, and returns its state. Raises: NOT_FOUND, STATE_ERROR, FORBIDDEN. [helper]';
revoke all on function cards.lock_seat(uuid, uuid) from public;
commit;
