-- Verify gamekeeper:cards/lobby/leave_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.leave_game(uuid)', '(game_id uuid) returns integer');
select pg_temp.has_function_nature('cards.leave_game(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.leave_game(uuid)', 'authenticated, service_role');
rollback;
