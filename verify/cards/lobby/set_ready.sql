-- Verify gamekeeper:cards/lobby/set_ready on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.set_ready(uuid,boolean)', '(game_id uuid, ready boolean) returns integer');
select pg_temp.has_function_nature('cards.set_ready(uuid,boolean)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.set_ready(uuid,boolean)', 'authenticated, service_role');
rollback;
