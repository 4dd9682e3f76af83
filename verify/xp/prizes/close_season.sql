-- Verify gamekeeper:xp/prizes/close_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.close_season(text)', '(season_id text) returns xp.xp_season_closings');
select pg_temp.has_function_nature('xp.close_season(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.close_season(text)', 'authenticated, service_role');
rollback;
