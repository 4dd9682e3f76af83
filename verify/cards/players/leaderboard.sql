-- Verify gamekeeper:cards/players/leaderboard on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.leaderboard(integer)', '(page_size integer DEFAULT 50) returns SETOF cards.leader_record');
select pg_temp.has_function_nature('cards.leaderboard(integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.leaderboard(integer)', 'authenticated, service_role');
rollback;
