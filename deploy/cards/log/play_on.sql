-- Deploy gamekeeper:cards/log/play_on to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/progress cards/log/apply_event cards/log/next_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Applies the given events and, when automatic, all that follows by itself.
create function cards.play_on(game_id uuid, state cards.table_state, events cards.game_events[], automatic boolean, strategies jsonb)
returns cards.progress
language plpgsql
immutable
parallel safe
as $$
declare
  _event cards.game_events;
  _events cards.game_events[] := play_on.events;
  _state cards.table_state := play_on.state;
  _snapshots cards.table_state[] := array[]::cards.table_state[];
begin
  foreach _event in array play_on.events loop
    _state := cards.apply_event(_state, _event);
    if _event.type = 'round_started' then
      _snapshots := _snapshots || _state;
    end if;
  end loop;
  while play_on.automatic loop
    _event := cards.next_event(play_on.game_id, _state, play_on.strategies);
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
comment on function cards.play_on(uuid, cards.table_state, cards.game_events[], boolean, jsonb) is
  'Applies events to a state and, when automatic, everything that follows by itself: deals, bots, players who left, tricks, scores. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.play_on(uuid, cards.table_state, cards.game_events[], boolean, jsonb) from public;
commit;
