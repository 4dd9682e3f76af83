-- Verify gamekeeper:slots/datasets/rl_action_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_action_name(jsonb)', '(action jsonb) returns text');
select pg_temp.has_function_nature('slots.rl_action_name(jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.rl_action_name(jsonb)', 'nobody');
rollback;
