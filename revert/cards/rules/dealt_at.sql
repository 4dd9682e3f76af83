-- Revert gamekeeper:cards/rules/dealt_at from pg
begin;
set local role gamekeeper;
drop function cards.dealt_at(integer, integer, integer);
commit;
