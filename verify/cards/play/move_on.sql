-- Verify gamekeeper:cards/play/move_on on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.move_on(cards.game_states)', '(game cards.game_states) returns cards.game_states');
select pg_temp.has_function_nature('cards.move_on(cards.game_states)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.move_on(cards.game_states)', 'nobody');
rollback;
