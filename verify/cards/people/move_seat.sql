-- Verify gamekeeper:cards/people/move_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.move_seat(cards.game_states,uuid,uuid)', '(game cards.game_states, from_id uuid, into_id uuid) returns void');
select pg_temp.has_function_nature('cards.move_seat(cards.game_states,uuid,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.move_seat(cards.game_states,uuid,uuid)', 'nobody');
rollback;
