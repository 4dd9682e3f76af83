-- Verify gamekeeper:slots/games/theoretical_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.theoretical_profile(uuid)', '(game_id uuid) returns jsonb');
select pg_temp.has_function_nature('slots.theoretical_profile(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.theoretical_profile(uuid)', 'anon, authenticated, service_role');
rollback;
