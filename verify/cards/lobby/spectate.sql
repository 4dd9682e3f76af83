-- Verify gamekeeper:cards/lobby/spectate on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.spectate(uuid)', '(game_id uuid) returns integer');
select pg_temp.has_function_nature('cards.spectate(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.spectate(uuid)', 'authenticated, service_role');
rollback;
