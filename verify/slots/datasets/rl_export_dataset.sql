-- Verify gamekeeper:slots/datasets/rl_export_dataset on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_export_dataset(text,jsonb,integer)', '(dataset text, after jsonb DEFAULT NULL::jsonb, page_size integer DEFAULT 1000) returns SETOF slots.experience');
select pg_temp.has_function_nature('slots.rl_export_dataset(text,jsonb,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_export_dataset(text,jsonb,integer)', 'authenticated, service_role');
rollback;
