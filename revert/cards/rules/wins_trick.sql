-- Revert gamekeeper:cards/rules/wins_trick from pg
begin;
set local role gamekeeper;
drop function cards.wins_trick(integer, integer, integer);
commit;
