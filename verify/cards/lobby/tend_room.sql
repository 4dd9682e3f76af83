-- Verify gamekeeper:cards/lobby/tend_room on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.tend_room(cards.game_states,timestamp with time zone)', '(game cards.game_states, at timestamp with time zone) returns boolean');
select pg_temp.has_function_nature('cards.tend_room(cards.game_states,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.tend_room(cards.game_states,timestamp with time zone)', 'nobody');
rollback;
