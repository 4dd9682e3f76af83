-- Deploy gamekeeper:cards/log/apply_events to pg
-- requires: cards/log/apply_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- It runs within the UPDATE of the live row, and sets no search path for the reason that cards.apply_event gives.
create function cards.apply_events(state cards.table_state, events cards.game_events[])
returns cards.table_state
language plpgsql
immutable
parallel safe
as $$
declare
  _event cards.game_events;
begin
  foreach _event in array apply_events.events loop
    state := cards.apply_event(apply_events.state, _event);
  end loop;
  return state;
end
$$;
comment on function cards.apply_events(cards.table_state, cards.game_events[]) is
  'The state after some events, from the state before them. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.apply_events(cards.table_state, cards.game_events[]) from public;
commit;
