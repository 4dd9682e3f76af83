-- Verify gamekeeper:cards/lobby/matchmake on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.matchmake(boolean)', '(fill_with_bots boolean DEFAULT false) returns cards.ticket');
select pg_temp.has_function_nature('cards.matchmake(boolean)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.matchmake(boolean)', 'authenticated, service_role');
rollback;
