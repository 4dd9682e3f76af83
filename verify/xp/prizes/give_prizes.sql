-- Verify gamekeeper:xp/prizes/give_prizes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.give_prizes(xp.xp_seasons,xp.season_score[])', '(season xp.xp_seasons, scores xp.season_score[]) returns xp.xp_season_closings');
select pg_temp.has_function_nature('xp.give_prizes(xp.xp_seasons,xp.season_score[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.give_prizes(xp.xp_seasons,xp.season_score[])', 'nobody');
rollback;
