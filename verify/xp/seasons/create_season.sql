-- Verify gamekeeper:xp/seasons/create_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.create_season(text,date,date)', '(season_id text, starts_on date, ends_on date) returns xp.xp_seasons');
select pg_temp.has_function_nature('xp.create_season(text,date,date)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.create_season(text,date,date)', 'authenticated, service_role');
rollback;
