-- Revert gamekeeper:cards/rules/round_count from pg
begin;
set local role gamekeeper;
drop function cards.round_count();
commit;
