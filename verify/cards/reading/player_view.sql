-- Verify gamekeeper:cards/reading/player_view on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.player_view(uuid)', '(game_id uuid) returns jsonb');
select pg_temp.has_function_nature('cards.player_view(uuid)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.player_view(uuid)', 'authenticated, service_role');
rollback;
