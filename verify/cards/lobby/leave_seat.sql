-- Verify gamekeeper:cards/lobby/leave_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.leave_seat(cards.game_states,uuid)', '(game cards.game_states, player_id uuid) returns integer');
select pg_temp.has_function_nature('cards.leave_seat(cards.game_states,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.leave_seat(cards.game_states,uuid)', 'nobody');
rollback;
