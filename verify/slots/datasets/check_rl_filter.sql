-- Verify gamekeeper:slots/datasets/check_rl_filter on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_rl_filter(jsonb)', '(filter jsonb) returns void');
select pg_temp.has_function_nature('slots.check_rl_filter(jsonb)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.check_rl_filter(jsonb)', 'nobody');
rollback;
