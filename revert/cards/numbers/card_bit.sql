-- Revert gamekeeper:cards/numbers/card_bit from pg
begin;
set local role gamekeeper;
drop function cards.card_bit(integer);
commit;
