-- Verify gamekeeper:slots/datasets/rl_create_policy on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_create_policy(text,jsonb,text)', '(name text, actions jsonb, idempotency_key text DEFAULT NULL::text) returns slots.rl_policies');
select pg_temp.has_function_nature('slots.rl_create_policy(text,jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_create_policy(text,jsonb,text)', 'authenticated, service_role');
rollback;
