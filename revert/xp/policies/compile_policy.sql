-- Revert gamekeeper:xp/policies/compile_policy from pg
begin;
set local role gamekeeper;
drop function xp.compile_policy(jsonb);
commit;
