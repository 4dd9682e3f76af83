-- Deploy gamekeeper:cards/play/ready_to_move to pg
-- requires: cards/games/game_states cards/rules/awaits_person cards/writing/draw_due core/errors/raise cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Draws what is due before it answers, so that the caller acts on the state that everybody sees next.
create function cards.ready_to_move(game cards.game_states, player_id uuid)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states := ready_to_move.game;
begin
  if _game.is_forfeit or not cards.awaits_person(_game.state) then
    _game := cards.draw_due(_game);
  end if;
  if (_game.state).phase = 'completed' then
    perform core.raise('STATE_ERROR', '{"state": "completed", "expected": ["created", "in_progress"]}');
  elsif cards.has_seat((_game.state).gone, array_position((_game.state).player_ids, ready_to_move.player_id::text) - 1) then
    perform core.raise('STATE_ERROR', '{"state": "left", "expected": ["seated"]}');
  end if;
  return _game;
end
$$;
comment on function cards.ready_to_move(cards.game_states, uuid) is
  'Draws what is due in a game whose live row the caller has locked, and refuses a player who left. Returns the live row as it is '
  'then. Raises: STATE_ERROR, COMMIT_FIRST. [helper]';
revoke all on function cards.ready_to_move(cards.game_states, uuid) from public;
commit;
