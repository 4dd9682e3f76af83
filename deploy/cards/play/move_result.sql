-- Deploy gamekeeper:cards/play/move_result to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.move_result as (
  accepted boolean,
  error text,
  event_index integer
);
comment on type cards.move_result is 'What became of a move.';
comment on column cards.move_result.accepted is 'Whether the move was made.';
comment on column cards.move_result.error is 'Code of the broken rule; null for an accepted move.';
comment on column cards.move_result.event_index is 'Index of the event that the move became: the move itself, or invalid_action.';
commit;
