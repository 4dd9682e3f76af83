-- Verify gamekeeper:cards/lobby/kick_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.kick_player(uuid,uuid,boolean)', '(game_id uuid, player_id uuid, ban boolean DEFAULT false) returns integer');
select pg_temp.has_function_nature('cards.kick_player(uuid,uuid,boolean)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.kick_player(uuid,uuid,boolean)', 'authenticated, service_role');
rollback;
