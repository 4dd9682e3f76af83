-- Verify gamekeeper:core/callers/session_role on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.session_role()', '() returns name');
select pg_temp.has_function_nature('core.session_role()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.session_role()', 'authenticated, service_role');
rollback;
