-- Verify gamekeeper:core/recovery/health_rights on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_rights()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_rights()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_rights()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.rights", "function": "core.health_rights()"}');
rollback;
