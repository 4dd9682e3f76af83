-- Revert gamekeeper:cards/rules/card_problem from pg
begin;
set local role gamekeeper;
drop function cards.card_problem(cards.table_state, integer, integer);
commit;
