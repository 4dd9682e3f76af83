-- Revert gamekeeper:cards/numbers/has_suit from pg
begin;
set local role gamekeeper;
drop function cards.has_suit(bigint, bigint, integer);
commit;
