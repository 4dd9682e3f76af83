-- Verify gamekeeper:slots/datasets/rl_drop_dataset on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_drop_dataset(text)', '(dataset text) returns slots.rl_dropped_datasets');
select pg_temp.has_function_nature('slots.rl_drop_dataset(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_drop_dataset(text)', 'authenticated, service_role');
rollback;
