-- Revert gamekeeper:cards/rules/longest_run from pg
begin;
set local role gamekeeper;
drop function cards.longest_run(integer[], integer);
commit;
