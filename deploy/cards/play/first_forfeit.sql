-- Deploy gamekeeper:cards/play/first_forfeit to pg
-- requires: cards/play/move_result cards/games/game_states cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.first_forfeit(game cards.game_states, expected_index integer)
returns cards.move_result
language plpgsql
stable
as $$
declare
  _next constant integer := (first_forfeit.game.state).next_index;
begin
  if first_forfeit.expected_index is null or first_forfeit.expected_index = _next then
    return null;
  end if;
  perform from cards.game_events as e
  where e.game_id = first_forfeit.game.game_id
    and e.event_index = first_forfeit.expected_index
    and (e.payload -> 'fallback' = 'true' or e.type = 'player_marked_absent' and e.payload ->> 'reason' = 'silent');
  if found then
    return row(true, null, first_forfeit.expected_index)::cards.move_result;
  end if;
  return row(false, 'VERSION_CONFLICT', null)::cards.move_result;
end
$$;
comment on function cards.first_forfeit(cards.game_states, integer) is
  'The answer to a turn at expected_index that was given up already; VERSION_CONFLICT where something else happened at that index or it '
  'lies ahead; null for a turn that is still open. [helper]';
revoke all on function cards.first_forfeit(cards.game_states, integer) from public;
commit;
