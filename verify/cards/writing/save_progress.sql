-- Verify gamekeeper:cards/writing/save_progress on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.save_progress(cards.game_states,cards.progress)', '(game cards.game_states, progress cards.progress) returns cards.game_states');
select pg_temp.has_function_nature('cards.save_progress(cards.game_states,cards.progress)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.save_progress(cards.game_states,cards.progress)', 'nobody');
rollback;
