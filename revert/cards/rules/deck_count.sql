-- Revert gamekeeper:cards/rules/deck_count from pg
begin;
set local role gamekeeper;
drop function cards.deck_count(integer);
commit;
