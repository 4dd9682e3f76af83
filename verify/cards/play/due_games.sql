-- Verify gamekeeper:cards/play/due_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.due_games()', '() returns SETOF uuid');
select pg_temp.has_function_nature('cards.due_games()', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.due_games()', 'service_role');
rollback;
