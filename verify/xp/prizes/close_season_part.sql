-- Verify gamekeeper:xp/prizes/close_season_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.close_season_part(integer,text,xp.season_score[])', '(map_version integer, season_id text, scores xp.season_score[]) returns SETOF xp.xp_season_closings');
select pg_temp.has_function_nature('xp.close_season_part(integer,text,xp.season_score[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.close_season_part(integer,text,xp.season_score[])', 'nobody');
rollback;
