-- Verify gamekeeper:slots/reports/roll_up_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.roll_up_sessions(integer)', '(most integer) returns integer');
select pg_temp.has_function_nature('slots.roll_up_sessions(integer)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.roll_up_sessions(integer)', 'nobody');
rollback;
