-- Revert gamekeeper:cards/numbers/has_card from pg
begin;
set local role gamekeeper;
drop function cards.has_card(bigint, bigint, integer);
commit;
