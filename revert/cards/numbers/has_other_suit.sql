-- Revert gamekeeper:cards/numbers/has_other_suit from pg
begin;
set local role gamekeeper;
drop function cards.has_other_suit(bigint, bigint, integer);
commit;
