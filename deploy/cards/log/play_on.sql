-- Deploy gamekeeper:cards/log/play_on to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/progress cards/log/apply_event cards/rules/is_due cards/rules/is_draw cards/log/next_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- How far it goes, so that no transaction sees a draw that depends on its own decision (docs/cards.md, "Decisions and draws"):
-- events   the given events alone: an outside engine says all that happens
-- draw     and what the rules leave no choice about, up to the next draw: the transaction that decides
-- line_up  and draws, up to the next round_started: the transaction that draws
-- choice   and everything until a person has to act: callers that may draw at once
create function cards.play_on(
  game_id uuid, state cards.table_state, events cards.game_events[], until text, strategies jsonb default null, coming_back integer default 0
)
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
  _is_due boolean := false;
begin
  foreach _event in array play_on.events loop
    _state := cards.apply_event(_state, _event);
    if _event.type = 'round_started' then
      _snapshots := _snapshots || _state;
    end if;
  end loop;
  while play_on.until <> 'events' and cards.is_due(_state, play_on.strategies) loop
    _is_due := play_on.until = 'draw' and cards.is_draw(_state) or play_on.until = 'line_up' and cardinality(_snapshots) > 0;
    exit when _is_due;
    _event := cards.next_event(
      play_on.game_id, _state, play_on.strategies, case when cardinality(_snapshots) > 0 then 0 else play_on.coming_back end
    );
    _state := cards.apply_event(_state, _event);
    _events := _events || _event;
    if _event.type = 'round_started' then
      _snapshots := _snapshots || _state;
    end if;
  end loop;
  return row(_state, _events, _snapshots, _is_due)::cards.progress;
end
$$;
comment on function cards.play_on(uuid, cards.table_state, cards.game_events[], text, jsonb, integer) is
  'Applies events to a state, and what follows by itself as far as until says: events, draw, line_up or choice. strategies are '
  'those of bots by seat, coming_back the seats that take part again from the next round on. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.play_on(uuid, cards.table_state, cards.game_events[], text, jsonb, integer) from public;
commit;
