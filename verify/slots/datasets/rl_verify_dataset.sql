-- Verify gamekeeper:slots/datasets/rl_verify_dataset on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_verify_dataset(text)', '(dataset text) returns TABLE(dataset_digest text, computed_digest text, is_intact boolean, first_wrong uuid)');
select pg_temp.has_function_nature('slots.rl_verify_dataset(text)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_verify_dataset(text)', 'authenticated, service_role');
rollback;
