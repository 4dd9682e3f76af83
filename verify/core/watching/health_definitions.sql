-- Verify gamekeeper:core/watching/health_definitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_definitions()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_definitions()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_definitions()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.definitions", "function": "core.health_definitions()"}');
rollback;
