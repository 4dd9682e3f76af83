-- Verify gamekeeper:cards/writing/append_move on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.append_move(cards.game_states,text,jsonb)', '(game cards.game_states, type text, payload jsonb) returns integer');
select pg_temp.has_function_nature('cards.append_move(cards.game_states,text,jsonb)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.append_move(cards.game_states,text,jsonb)', 'nobody');
rollback;
