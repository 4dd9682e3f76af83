-- Verify gamekeeper:slots/turns/save_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.save_turn(slots.sessions,slots.turn)', '(before slots.sessions, turn slots.turn) returns slots.gameplay_events');
select pg_temp.has_function_nature('slots.save_turn(slots.sessions,slots.turn)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.save_turn(slots.sessions,slots.turn)', 'nobody');
rollback;
