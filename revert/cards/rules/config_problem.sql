-- Revert gamekeeper:cards/rules/config_problem from pg
begin;
set local role gamekeeper;
drop function cards.config_problem(jsonb);
commit;
