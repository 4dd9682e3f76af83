-- Verify gamekeeper:xp/seasons/leaderboard on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.leaderboard(text,integer)', '(season_id text, page_size integer DEFAULT 100) returns TABLE(rank bigint, user_id bigint, xp bigint)');
select pg_temp.has_function_nature('xp.leaderboard(text,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.leaderboard(text,integer)', 'authenticated, service_role');
rollback;
