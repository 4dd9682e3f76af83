-- Verify gamekeeper:xp/prizes/season_scores on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.season_scores(xp.xp_seasons)', '(season xp.xp_seasons) returns SETOF xp.season_score');
select pg_temp.has_function_nature('xp.season_scores(xp.xp_seasons)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.season_scores(xp.xp_seasons)', 'nobody');
rollback;
