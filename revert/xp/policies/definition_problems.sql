-- Revert gamekeeper:xp/policies/definition_problems from pg
begin;
set local role gamekeeper;
drop function xp.definition_problems(jsonb);
commit;
