-- Revert gamekeeper:cards/numbers/card_suit from pg
begin;
set local role gamekeeper;
drop function cards.card_suit(integer);
commit;
