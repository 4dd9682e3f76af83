-- Verify gamekeeper:slots/sessions/check_transition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_transition()', '() returns trigger');
select pg_temp.has_function_nature('slots.check_transition()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('slots.check_transition()', 'nobody');
rollback;
