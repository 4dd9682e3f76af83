-- Revert gamekeeper:cards/rules/seat_results from pg
begin;
set local role gamekeeper;
drop function cards.seat_results(cards.table_state);
commit;
