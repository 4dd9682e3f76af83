-- Verify gamekeeper:cards/play/run_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.run_game(uuid)', '(game_id uuid) returns boolean');
select pg_temp.has_function_nature('cards.run_game(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.run_game(uuid)', 'service_role');
rollback;
