-- Verify gamekeeper:xp/seasons/create_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.create_season(text,date,date,text,jsonb)', '(season_id text, starts_on date, ends_on date, kind text DEFAULT ''main''::text, prizes jsonb DEFAULT ''[]''::jsonb) returns xp.xp_seasons');
select pg_temp.has_function_nature('xp.create_season(text,date,date,text,jsonb)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.create_season(text,date,date,text,jsonb)', 'authenticated, service_role');
rollback;
