-- Verify gamekeeper:cards/play/play_card on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.play_card(uuid,text)', '(game_id uuid, card_id text) returns cards.move_result');
select pg_temp.has_function_nature('cards.play_card(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.play_card(uuid,text)', 'authenticated, service_role');
rollback;
