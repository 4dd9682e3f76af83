-- Verify gamekeeper:core/upkeep/health_upkeep on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_upkeep()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_upkeep()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_upkeep()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.upkeep", "function": "core.health_upkeep()"}');
rollback;
