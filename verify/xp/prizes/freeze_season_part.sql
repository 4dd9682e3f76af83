-- Verify gamekeeper:xp/prizes/freeze_season_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.freeze_season_part(integer,text)', '(map_version integer, season_id text) returns SETOF xp.season_score');
select pg_temp.has_function_nature('xp.freeze_season_part(integer,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.freeze_season_part(integer,text)', 'nobody');
rollback;
