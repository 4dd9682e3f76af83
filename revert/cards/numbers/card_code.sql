-- Revert gamekeeper:cards/numbers/card_code from pg
begin;
set local role gamekeeper;
drop function cards.card_code(text);
commit;
