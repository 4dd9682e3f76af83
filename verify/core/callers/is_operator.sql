-- Verify gamekeeper:core/callers/is_operator on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_operator()', '() returns boolean');
select pg_temp.has_function_nature('core.is_operator()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.is_operator()', 'authenticated, service_role');
rollback;
