-- Verify gamekeeper:core/upkeep/health_indexes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_indexes()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_indexes()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_indexes()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.indexes", "function": "core.health_indexes()"}');
rollback;
