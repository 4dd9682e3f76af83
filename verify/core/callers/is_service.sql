-- Verify gamekeeper:core/callers/is_service on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_service()', '() returns boolean');
select pg_temp.has_function_nature('core.is_service()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.is_service()', 'authenticated, service_role');
rollback;
