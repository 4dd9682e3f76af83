-- Revert gamekeeper:cards/rules/turn_deadline from pg
begin;
set local role gamekeeper;
drop function cards.turn_deadline(cards.table_state, cards.table_state, timestamptz, timestamptz);
commit;
