-- Revert gamekeeper:cards/numbers/has_seat from pg
begin;
set local role gamekeeper;
drop function cards.has_seat(integer, integer);
commit;
