-- Verify gamekeeper:core/recovery/health_owners on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_owners()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_owners()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_owners()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.owners", "function": "core.health_owners()"}');
rollback;
