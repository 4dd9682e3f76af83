-- Verify gamekeeper:slots/datasets/check_rl_target on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_rl_target(jsonb)', '(target jsonb) returns void');
select pg_temp.has_function_nature('slots.check_rl_target(jsonb)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.check_rl_target(jsonb)', 'nobody');
rollback;
