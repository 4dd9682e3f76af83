-- Verify gamekeeper:core/callers/require_caller on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_caller()', '() returns uuid');
select pg_temp.has_function_nature('core.require_caller()', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.require_caller()', 'nobody');
rollback;
