-- Verify gamekeeper:cards/play/place_bid on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.place_bid(uuid,integer)', '(game_id uuid, bid integer) returns cards.move_result');
select pg_temp.has_function_nature('cards.place_bid(uuid,integer)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.place_bid(uuid,integer)', 'authenticated, service_role');
rollback;
