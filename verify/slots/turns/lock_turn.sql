-- Verify gamekeeper:slots/turns/lock_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.lock_turn(uuid)', '(session_id uuid) returns slots.turn');
select pg_temp.has_function_nature('slots.lock_turn(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.lock_turn(uuid)', 'nobody');
rollback;
