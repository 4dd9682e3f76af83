-- Deploy gamekeeper:cards/play/first_answer to pg
-- requires: cards/games/game_states cards/play/move_result cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A client that got no answer sends the same move again, perhaps late. Asked before anything due is drawn, so that a repeat never
-- meets COMMIT_FIRST (docs/cards.md, "Sent again").
create function cards.first_answer(
  game cards.game_states, player_id uuid, type text, action text, value jsonb, expected_index integer
)
returns cards.move_result
language plpgsql
stable
as $$
declare
  _next constant integer := (first_answer.game.state).next_index;
  _event cards.game_events;
begin
  if first_answer.expected_index = _next then
    return null;
  elsif first_answer.expected_index is not null then
    select * into _event
    from cards.game_events as e
    where e.game_id = first_answer.game.game_id and e.event_index = first_answer.expected_index;
    if _event.payload ->> 'playerId' = first_answer.player_id::text then
      if _event.type = first_answer.type and first_answer.value in (_event.payload -> 'bid', _event.payload -> 'card') then
        return row(true, null, _event.event_index)::cards.move_result;
      elsif _event.type = 'invalid_action' and _event.payload ->> 'action' = first_answer.action then
        return row(false, _event.payload ->> 'reason', _event.event_index)::cards.move_result;
      end if;
    end if;
    return row(false, 'VERSION_CONFLICT', null)::cards.move_result;
  end if;
  select * into _event
  from cards.game_events as e
  where e.game_id = first_answer.game.game_id
    and e.event_index > (
      select max(r.event_index) from cards.game_events as r where r.game_id = first_answer.game.game_id and r.type = 'round_started'
    )
    and e.type = first_answer.type
    and e.payload ->> 'playerId' = first_answer.player_id::text
    and first_answer.value in (e.payload -> 'bid', e.payload -> 'card');
  if found then
    return row(true, null, _event.event_index)::cards.move_result;
  end if;
  return null;
end
$$;
comment on function cards.first_answer(cards.game_states, uuid, text, text, jsonb, integer) is
  'The answer to a move that stands in the log already: at expected_index, or where that is null anywhere in the present round. '
  'VERSION_CONFLICT where another event has that index or it lies ahead; null for a new move. [helper]';
revoke all on function cards.first_answer(cards.game_states, uuid, text, text, jsonb, integer) from public;
commit;
