-- Revert gamekeeper:cards/rules/shuffle from pg
begin;
set local role gamekeeper;
drop function cards.shuffle(text, integer);
commit;
