-- Verify gamekeeper:slots/datasets/rl_choose on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_choose(text,jsonb,bigint)', '(policy text, observation jsonb, seed bigint) returns jsonb');
select pg_temp.has_function_nature('slots.rl_choose(text,jsonb,bigint)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_choose(text,jsonb,bigint)', 'service_role');
rollback;
