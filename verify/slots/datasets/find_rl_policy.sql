-- Verify gamekeeper:slots/datasets/find_rl_policy on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.find_rl_policy(text)', '(policy text) returns slots.rl_policies');
select pg_temp.has_function_nature('slots.find_rl_policy(text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.find_rl_policy(text)', 'nobody');
rollback;
