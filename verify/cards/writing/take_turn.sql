-- Verify gamekeeper:cards/writing/take_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.take_turn(cards.game_states,text)', '(game cards.game_states, until text) returns cards.game_states');
select pg_temp.has_function_nature('cards.take_turn(cards.game_states,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.take_turn(cards.game_states,text)', 'nobody');
rollback;
