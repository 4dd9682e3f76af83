-- Verify gamekeeper:cards/play/forfeit_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.forfeit_turn(uuid)', '(game_id uuid) returns cards.move_result');
select pg_temp.has_function_nature('cards.forfeit_turn(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.forfeit_turn(uuid)', 'authenticated, service_role');
rollback;
