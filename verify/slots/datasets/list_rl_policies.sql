-- Verify gamekeeper:slots/datasets/list_rl_policies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.list_rl_policies(text,integer)', '(after text DEFAULT NULL::text, page_size integer DEFAULT 100) returns SETOF slots.rl_policies');
select pg_temp.has_function_nature('slots.list_rl_policies(text,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.list_rl_policies(text,integer)', 'authenticated, service_role');
rollback;
