-- Verify gamekeeper:core/upkeep/check_upkeep on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_upkeep()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.check_upkeep()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.check_upkeep()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.upkeep", "function": "core.check_upkeep()"}');
rollback;
