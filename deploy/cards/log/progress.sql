-- Deploy gamekeeper:cards/log/progress to pg
-- requires: cards/rules/table_state cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.progress as (
  state cards.table_state,
  events cards.game_events[],
  snapshots cards.table_state[],
  is_due boolean
);
comment on type cards.progress is
  'Events that follow from a state, not stored yet, the state after them, and the states after each round_started '
  'among them.';
comment on column cards.progress.state is 'The state after the events.';
comment on column cards.progress.events is 'The events, in order, not stored yet.';
comment on column cards.progress.snapshots is 'The state after each round_started among the events, in order.';
comment on column cards.progress.is_due is 'Whether something happens by itself after the events, for a later transaction to draw.';
commit;
