-- Verify gamekeeper:xp/seasons/extend_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.extend_season(text,date)', '(season_id text, ends_on date) returns xp.xp_seasons');
select pg_temp.has_function_nature('xp.extend_season(text,date)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.extend_season(text,date)', 'authenticated, service_role');
rollback;
