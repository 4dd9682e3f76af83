-- Verify gamekeeper:core/upkeep/health_timeouts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_timeouts()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_timeouts()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_timeouts()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.timeouts", "function": "core.health_timeouts()"}');
rollback;
