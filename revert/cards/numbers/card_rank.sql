-- Revert gamekeeper:cards/numbers/card_rank from pg
begin;
set local role gamekeeper;
drop function cards.card_rank(integer);
commit;
