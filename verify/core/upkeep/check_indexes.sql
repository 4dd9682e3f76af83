-- Verify gamekeeper:core/upkeep/check_indexes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_indexes()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.check_indexes()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.check_indexes()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.indexes", "function": "core.check_indexes()"}');
rollback;
