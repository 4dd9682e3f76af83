-- Verify gamekeeper:core/watching/task_gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.task_gauges()', '() returns TABLE(task text, failing integer, failing_seconds double precision, seconds_since_run double precision, last_run_seconds double precision, runs bigint, failed_runs bigint, run_seconds double precision)');
select pg_temp.has_function_nature('core.task_gauges()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.task_gauges()', 'service_role');
rollback;
