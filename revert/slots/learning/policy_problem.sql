-- Revert gamekeeper:slots/learning/policy_problem from pg
begin;
set local role gamekeeper;
drop function slots.policy_problem(jsonb);
commit;
