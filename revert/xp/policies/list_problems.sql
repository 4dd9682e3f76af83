-- Revert gamekeeper:xp/policies/list_problems from pg
begin;
set local role gamekeeper;
drop function xp.list_problems(text, jsonb);
commit;
