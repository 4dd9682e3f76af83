-- Verify gamekeeper:core/upkeep/health_restart on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_restart()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_restart()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_restart()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.restart", "function": "core.health_restart()"}');
rollback;
