-- Verify gamekeeper:slots/datasets/find_rl_dataset on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.find_rl_dataset(text)', '(dataset text) returns slots.rl_datasets');
select pg_temp.has_function_nature('slots.find_rl_dataset(text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.find_rl_dataset(text)', 'nobody');
rollback;
