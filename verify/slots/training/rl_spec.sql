-- Verify gamekeeper:slots/training/rl_spec on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_spec(uuid)', '(game_id uuid) returns jsonb');
select pg_temp.has_function_nature('slots.rl_spec(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_spec(uuid)', 'anon, authenticated, service_role');
rollback;
