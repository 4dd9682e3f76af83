-- Revert gamekeeper:cards/numbers/seat_bit from pg
begin;
set local role gamekeeper;
drop function cards.seat_bit(integer);
commit;
