-- Revert gamekeeper:cards/numbers/count_seats from pg
begin;
set local role gamekeeper;
drop function cards.count_seats(integer);
commit;
