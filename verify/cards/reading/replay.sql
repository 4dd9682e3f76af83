-- Verify gamekeeper:cards/reading/replay on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.replay(uuid,integer)', '(game_id uuid, upto_index integer DEFAULT NULL::integer) returns cards.table_state');
select pg_temp.has_function_nature('cards.replay(uuid,integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.replay(uuid,integer)', 'authenticated, service_role');
rollback;
