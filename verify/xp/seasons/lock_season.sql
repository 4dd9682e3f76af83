-- Verify gamekeeper:xp/seasons/lock_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.lock_season(text)', '(season_id text) returns xp.xp_seasons');
select pg_temp.has_function_nature('xp.lock_season(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.lock_season(text)', 'nobody');
rollback;
