-- Revert gamekeeper:cards/rules/bid_rule from pg
begin;
set local role gamekeeper;
drop function cards.bid_rule(text, integer, integer, integer, integer);
commit;
