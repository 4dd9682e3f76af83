-- Revert gamekeeper:cards/numbers/card_id from pg
begin;
set local role gamekeeper;
drop function cards.card_id(integer);
commit;
