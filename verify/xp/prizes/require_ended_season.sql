-- Verify gamekeeper:xp/prizes/require_ended_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.require_ended_season(xp.xp_seasons)', '(season xp.xp_seasons) returns void');
select pg_temp.has_function_nature('xp.require_ended_season(xp.xp_seasons)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.require_ended_season(xp.xp_seasons)', 'nobody');
rollback;
