-- Verify gamekeeper:core/callers/require_service on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_service()', '() returns void');
select pg_temp.has_function_nature('core.require_service()', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.require_service()', 'nobody');
rollback;
