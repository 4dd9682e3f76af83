-- Verify gamekeeper:slots/datasets/rl_digest on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_digest(bytea,slots.rl_dataset_episodes)', '(digest bytea, episode slots.rl_dataset_episodes) returns bytea');
select pg_temp.has_function_nature('slots.rl_digest(bytea,slots.rl_dataset_episodes)', 'plpgsql, stable, parallel unsafe, extra_float_digits=1');
select pg_temp.has_function_grants('slots.rl_digest(bytea,slots.rl_dataset_episodes)', 'nobody');
rollback;
