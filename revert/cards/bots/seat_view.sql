-- Revert gamekeeper:cards/bots/seat_view from pg
begin;
set local role gamekeeper;
drop function cards.seat_view(cards.table_state, integer);
drop type cards.seat_view;
commit;
