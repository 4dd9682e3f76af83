-- Revert gamekeeper:cards/numbers/all_seats from pg
begin;
set local role gamekeeper;
drop function cards.all_seats(integer);
commit;
