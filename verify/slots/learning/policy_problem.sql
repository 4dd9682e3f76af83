-- Verify gamekeeper:slots/learning/policy_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.policy_problem(jsonb)', '(action jsonb) returns text');
select pg_temp.has_function_nature('slots.policy_problem(jsonb)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.policy_problem(jsonb)', 'nobody');
rollback;
