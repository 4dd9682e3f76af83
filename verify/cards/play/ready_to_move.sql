-- Verify gamekeeper:cards/play/ready_to_move on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.ready_to_move(cards.game_states,uuid)', '(game cards.game_states, player_id uuid) returns cards.game_states');
select pg_temp.has_function_nature('cards.ready_to_move(cards.game_states,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.ready_to_move(cards.game_states,uuid)', 'nobody');
rollback;
