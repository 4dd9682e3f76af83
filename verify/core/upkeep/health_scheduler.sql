-- Verify gamekeeper:core/upkeep/health_scheduler on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_scheduler()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_scheduler()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_scheduler()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.scheduler", "function": "core.health_scheduler()"}');
rollback;
