-- Revert gamekeeper:xp/policies/model_problems from pg
begin;
set local role gamekeeper;
drop function xp.model_problems(jsonb);
commit;
