-- Verify gamekeeper:slots/learning/rl_metrics on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_metrics(uuid,integer)', '(session_id uuid, last_n integer DEFAULT NULL::integer) returns TABLE(mean_reward double precision, episode_length bigint, reward_variance double precision)');
select pg_temp.has_function_nature('slots.rl_metrics(uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_metrics(uuid,integer)', 'authenticated, service_role');
rollback;
