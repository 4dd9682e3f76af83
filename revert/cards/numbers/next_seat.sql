-- Revert gamekeeper:cards/numbers/next_seat from pg
begin;
set local role gamekeeper;
drop function cards.next_seat(integer, integer, integer);
commit;
