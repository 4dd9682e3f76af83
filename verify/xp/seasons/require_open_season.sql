-- Verify gamekeeper:xp/seasons/require_open_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.require_open_season(text)', '(season_id text) returns void');
select pg_temp.has_function_nature('xp.require_open_season(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.require_open_season(text)', 'nobody');
rollback;
