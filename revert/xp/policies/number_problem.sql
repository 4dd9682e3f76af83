-- Revert gamekeeper:xp/policies/number_problem from pg
begin;
set local role gamekeeper;
drop function xp.number_problem(jsonb, numeric, numeric, boolean, boolean);
commit;
