-- Revert gamekeeper:cards/numbers/card_document from pg
begin;
set local role gamekeeper;
drop function cards.card_document(integer);
commit;
