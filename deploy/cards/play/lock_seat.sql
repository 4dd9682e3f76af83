-- Deploy gamekeeper:cards/play/lock_seat to pg
-- requires: cards/games/game_states cards/writing/lock_game core/errors/raise cards/rules/awaits_person cards/writing/draw_due cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Draws what is due before it answers, so that the caller acts on the state that everybody sees next.
create function cards.lock_seat(game_id uuid, player_id uuid)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states := cards.lock_game(lock_seat.game_id, lock_seat.player_id);
  _seat constant integer := array_position((_game.state).player_ids, lock_seat.player_id::text) - 1;
begin
  if _seat is null then
    perform core.raise('FORBIDDEN', '{"problem": "a spectator acts on nothing"}');
  end if;
  if _game.is_forfeit or not cards.awaits_person(_game.state) then
    _game := cards.draw_due(_game);
  end if;
  if (_game.state).phase = 'completed' then
    perform core.raise('STATE_ERROR', '{"state": "completed", "expected": ["created", "in_progress"]}');
  elsif cards.has_seat((_game.state).gone, _seat) then
    perform core.raise('STATE_ERROR', '{"state": "left", "expected": ["seated"], "problem": "join_game brings you back"}');
  end if;
  return _game;
end
$$;
comment on function cards.lock_seat(uuid, uuid) is
  'Locks a running game for a player who has a seat and has not left, draws what is due, and returns the live row. Raises: '
  'NOT_FOUND, STATE_ERROR, FORBIDDEN, COMMIT_FIRST. [helper]';
revoke all on function cards.lock_seat(uuid, uuid) from public;
commit;
