-- Verify gamekeeper:core/callers/require_user on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_user()', '() returns uuid');
select pg_temp.has_function_nature('core.require_user()', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.require_user()', 'nobody');
rollback;
