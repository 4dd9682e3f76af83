-- Verify gamekeeper:xp/seasons/season_before on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.season_before(date,text)', '(day date, kind text) returns xp.xp_seasons');
select pg_temp.has_function_nature('xp.season_before(date,text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.season_before(date,text)', 'nobody');
rollback;
