-- Verify gamekeeper:core/upkeep/health_settings on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_settings()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_settings()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_settings()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.settings", "function": "core.health_settings()"}');
rollback;
