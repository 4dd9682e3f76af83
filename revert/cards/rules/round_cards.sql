-- Revert gamekeeper:cards/rules/round_cards from pg
begin;
set local role gamekeeper;
drop function cards.round_cards(integer);
commit;
