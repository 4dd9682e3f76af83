-- Verify gamekeeper:cards/play/void_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.void_game(uuid,text)', '(game_id uuid, reason text) returns integer');
select pg_temp.has_function_nature('cards.void_game(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.void_game(uuid,text)', 'service_role');
rollback;
