-- Verify gamekeeper:cards/reading/export_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.export_game(uuid,boolean)', '(game_id uuid, with_names boolean DEFAULT false) returns jsonb');
select pg_temp.has_function_nature('cards.export_game(uuid,boolean)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.export_game(uuid,boolean)', 'service_role');
rollback;
