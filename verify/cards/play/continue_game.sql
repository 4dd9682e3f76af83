-- Verify gamekeeper:cards/play/continue_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.continue_game(uuid)', '(game_id uuid) returns integer');
select pg_temp.has_function_nature('cards.continue_game(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.continue_game(uuid)', 'authenticated, service_role');
rollback;
