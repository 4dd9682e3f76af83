-- Verify gamekeeper:slots/turns/begin_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.begin_turn(slots.sessions)', '(session slots.sessions) returns slots.turn');
select pg_temp.has_function_nature('slots.begin_turn(slots.sessions)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.begin_turn(slots.sessions)', 'nobody');
rollback;
