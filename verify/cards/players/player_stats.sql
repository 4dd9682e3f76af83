-- Verify gamekeeper:cards/players/player_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.player_stats(uuid)', '(user_id uuid) returns cards.player_lifetime_stats');
select pg_temp.has_function_nature('cards.player_stats(uuid)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.player_stats(uuid)', 'authenticated, service_role');
rollback;
