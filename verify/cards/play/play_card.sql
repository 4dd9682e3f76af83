-- Verify gamekeeper:cards/play/play_card on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.play_card(uuid,text,integer)', '(game_id uuid, card_id text, expected_index integer DEFAULT NULL::integer) returns cards.move_result');
select pg_temp.has_function_nature('cards.play_card(uuid,text,integer)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.play_card(uuid,text,integer)', 'authenticated, service_role');
rollback;
