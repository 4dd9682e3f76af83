-- Verify gamekeeper:cards/lobby/join_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.join_game(text)', '(join_code text) returns cards.ticket');
select pg_temp.has_function_nature('cards.join_game(text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.join_game(text)', 'authenticated, service_role');
rollback;
