-- Verify gamekeeper:slots/checks/check_cost_rate on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_cost_rate(jsonb)', '(cost_rate jsonb) returns void');
select pg_temp.has_function_nature('slots.check_cost_rate(jsonb)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.check_cost_rate(jsonb)', 'nobody');
rollback;
