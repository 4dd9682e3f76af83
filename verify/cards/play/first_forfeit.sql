-- Verify gamekeeper:cards/play/first_forfeit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.first_forfeit(cards.game_states,integer)', '(game cards.game_states, expected_index integer) returns cards.move_result');
select pg_temp.has_function_nature('cards.first_forfeit(cards.game_states,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.first_forfeit(cards.game_states,integer)', 'nobody');
rollback;
