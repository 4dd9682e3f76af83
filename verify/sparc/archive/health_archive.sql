-- Verify gamekeeper:sparc/archive/health_archive on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.health_archive()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('sparc.health_archive()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.health_archive()', 'nobody');
rollback;
