-- Verify gamekeeper:core/version on pg
begin;
\ir ../helpers.psql
select pg_temp.has_function('core.version()', '() returns text');
select pg_temp.has_function_nature('core.version()', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('core.version()', 'anon, authenticated, service_role');
rollback;
