-- Deploy gamekeeper:cards/log/apply_events to pg
-- requires: cards/games/game_events cards/log/apply_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- It runs within the UPDATE of the live row, and sets no search path for the reason that cards.apply_event gives.
create function cards.apply_events(state cards.table_state, game_id uuid, first_index integer, events jsonb)
returns cards.table_state
language plpgsql
immutable
parallel safe
as $$
declare
  _event cards.game_events;
begin
  for _n in 0..jsonb_array_length(apply_events.events) - 1 loop
    _event := row(
      apply_events.game_id, apply_events.first_index + _n, apply_events.events -> _n ->> 'type', apply_events.events -> _n -> 'payload', null::timestamptz
    );
    state := cards.apply_event(apply_events.state, _event);
  end loop;
  return state;
end
$$;
comment on function cards.apply_events(cards.table_state, uuid, integer, jsonb) is
  'The state after some events of a game, a JSON array of {"type", "payload"}, from the state before them. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.apply_events(cards.table_state, uuid, integer, jsonb) from public;
commit;
