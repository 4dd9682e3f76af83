-- Revert gamekeeper:cards/rules/card_rule from pg
begin;
set local role gamekeeper;
drop function cards.card_rule(text, integer, integer, bigint, bigint, integer, integer, integer, boolean);
commit;
