-- Deploy gamekeeper:cards/log/fold_events to pg
-- requires: cards/games/game_events cards/log/apply_event cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create aggregate cards.fold_events(cards.game_events) (
  sfunc = cards.apply_event,
  stype = cards.table_state
);
comment on aggregate cards.fold_events(cards.game_events) is
  'Folds a log with the one reducer: select cards.fold_events(e order by e.event_index) from cards.game_events as e '
  'where e.game_id = ... Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.fold_events(cards.game_events) from public;
commit;
