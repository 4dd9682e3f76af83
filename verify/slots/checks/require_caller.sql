-- Verify gamekeeper:slots/checks/require_caller on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_caller()', '() returns uuid');
select pg_temp.has_function_nature('slots.require_caller()', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.require_caller()', 'nobody');
rollback;
