-- Verify gamekeeper:slots/sessions/guard_transition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.guard_transition()', '() returns trigger');
select pg_temp.has_function_nature('slots.guard_transition()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('slots.guard_transition()', 'nobody');
rollback;
