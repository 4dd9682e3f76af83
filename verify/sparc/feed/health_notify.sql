-- Verify gamekeeper:sparc/feed/health_notify on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.health_notify()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('sparc.health_notify()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.health_notify()', 'nobody');
rollback;
