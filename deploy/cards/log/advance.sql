-- Deploy gamekeeper:cards/log/advance to pg
-- requires: cards/rules/game_state cards/games/game_events cards/log/apply_event cards/log/next_event
begin;
set local role gamekeeper;
create type cards.progress as (
  state cards.game_state,
  events cards.game_events[],
  snapshots cards.game_state[]
);
comment on type cards.progress is 'Events that follow from a state, not stored yet, the state after them, and the states after each round_started among them.';

-- Applies the given events and, when automatic, all that follows by itself.
create function cards.advance(game_id uuid, state cards.game_state, events cards.game_events[], automatic boolean, strategies jsonb)
returns cards.progress
language plpgsql
immutable
parallel safe
as $$
declare
  _event cards.game_events;
  _events cards.game_events[] := advance.events;
  _state cards.game_state := advance.state;
  _snapshots cards.game_state[] := array[]::cards.game_state[];
begin
  foreach _event in array advance.events loop
    _state := cards.apply_event(_state, _event);
    if _event.type = 'round_started' then
      _snapshots := _snapshots || _state;
    end if;
  end loop;
  while automatic loop
    _event := cards.next_event(game_id, _state, strategies);
    exit when _event.type is null;
    _state := cards.apply_event(_state, _event);
    _events := _events || _event;
    if _event.type = 'round_started' then
      _snapshots := _snapshots || _state;
    end if;
  end loop;
  return row(_state, _events, _snapshots)::cards.progress;
end
$$;
comment on function cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb) is
  'Applies events to a state and, when automatic, everything that follows by itself: deals, bots, players who left, tricks, scores. Raises: REPLAY_ERROR.';
revoke all on function cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb) from public;
commit;
