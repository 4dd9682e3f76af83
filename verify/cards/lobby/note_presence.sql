-- Verify gamekeeper:cards/lobby/note_presence on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.note_presence(cards.game_states,uuid)', '(game cards.game_states, player_id uuid) returns cards.game_states');
select pg_temp.has_function_nature('cards.note_presence(cards.game_states,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.note_presence(cards.game_states,uuid)', 'nobody');
rollback;
