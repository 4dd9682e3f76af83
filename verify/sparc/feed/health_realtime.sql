-- Verify gamekeeper:sparc/feed/health_realtime on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.health_realtime()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('sparc.health_realtime()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.health_realtime()', 'nobody');
rollback;
