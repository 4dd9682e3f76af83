-- Revert gamekeeper:cards/rules/card_code from pg
begin;
set local role gamekeeper;
drop function cards.card_code(text);
commit;
