-- Verify gamekeeper:cards/play/forfeit_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.forfeit_turn(uuid,integer)', '(game_id uuid, expected_index integer DEFAULT NULL::integer) returns cards.move_result');
select pg_temp.has_function_nature('cards.forfeit_turn(uuid,integer)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.forfeit_turn(uuid,integer)', 'authenticated, service_role');
rollback;
