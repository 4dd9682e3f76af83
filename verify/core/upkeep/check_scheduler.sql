-- Verify gamekeeper:core/upkeep/check_scheduler on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_scheduler()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.check_scheduler()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.check_scheduler()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.scheduler", "function": "core.check_scheduler()"}');
rollback;
