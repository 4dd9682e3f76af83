-- Verify gamekeeper:xp/boards/leaderboard on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.leaderboard(text,integer,jsonb)', '(season_id text, page_size integer DEFAULT 100, after jsonb DEFAULT NULL::jsonb) returns SETOF xp.board_entry');
select pg_temp.has_function_nature('xp.leaderboard(text,integer,jsonb)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.leaderboard(text,integer,jsonb)', 'authenticated, service_role');
rollback;
