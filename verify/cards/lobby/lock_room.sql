-- Verify gamekeeper:cards/lobby/lock_room on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.lock_room(text)', '(join_code text) returns cards.game_states');
select pg_temp.has_function_nature('cards.lock_room(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.lock_room(text)', 'nobody');
rollback;
