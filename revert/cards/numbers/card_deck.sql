-- Revert gamekeeper:cards/numbers/card_deck from pg
begin;
set local role gamekeeper;
drop function cards.card_deck(integer);
commit;
