-- Verify gamekeeper:cards/play/place_bid on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.place_bid(uuid,integer,integer)', '(game_id uuid, bid integer, expected_index integer DEFAULT NULL::integer) returns cards.move_result');
select pg_temp.has_function_nature('cards.place_bid(uuid,integer,integer)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.place_bid(uuid,integer,integer)', 'authenticated, service_role');
rollback;
