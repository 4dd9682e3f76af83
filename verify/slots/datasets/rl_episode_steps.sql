-- Verify gamekeeper:slots/datasets/rl_episode_steps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_episode_steps(slots.rl_dataset_episodes,bigint,bigint)', '(episode slots.rl_dataset_episodes, after bigint, most bigint) returns SETOF slots.experience');
select pg_temp.has_function_nature('slots.rl_episode_steps(slots.rl_dataset_episodes,bigint,bigint)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.rl_episode_steps(slots.rl_dataset_episodes,bigint,bigint)', 'nobody');
rollback;
