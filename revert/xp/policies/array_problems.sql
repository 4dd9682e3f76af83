-- Revert gamekeeper:xp/policies/array_problems from pg
begin;
set local role gamekeeper;
drop function xp.array_problems(text, jsonb);
commit;
