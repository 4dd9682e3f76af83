-- Verify gamekeeper:cards/writing/draw_due on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.draw_due(cards.game_states)', '(game cards.game_states) returns cards.game_states');
select pg_temp.has_function_nature('cards.draw_due(cards.game_states)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.draw_due(cards.game_states)', 'nobody');
rollback;
