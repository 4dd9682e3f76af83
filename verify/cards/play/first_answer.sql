-- Verify gamekeeper:cards/play/first_answer on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.first_answer(cards.game_states,uuid,text,text,jsonb,integer)', '(game cards.game_states, player_id uuid, type text, action text, value jsonb, expected_index integer) returns cards.move_result');
select pg_temp.has_function_nature('cards.first_answer(cards.game_states,uuid,text,text,jsonb,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.first_answer(cards.game_states,uuid,text,text,jsonb,integer)', 'nobody');
rollback;
