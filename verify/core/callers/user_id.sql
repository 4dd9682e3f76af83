-- Verify gamekeeper:core/callers/user_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.user_id()', '() returns uuid');
select pg_temp.has_function_nature('core.user_id()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.user_id()', 'authenticated, service_role');
rollback;
