-- Verify gamekeeper:cards/writing/write_progress on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.write_progress(cards.game_states,cards.progress)', '(game cards.game_states, progress cards.progress) returns cards.game_states');
select pg_temp.has_function_nature('cards.write_progress(cards.game_states,cards.progress)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.write_progress(cards.game_states,cards.progress)', 'nobody');
rollback;
