-- Verify gamekeeper:core/upkeep/maintenance_steps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.maintenance_steps()', '() returns TABLE(task text, table_name text, seconds integer)');
select pg_temp.has_function_nature('core.maintenance_steps()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.maintenance_steps()', 'service_role');
select pg_temp.has_row('core.settings', '{"name": "core.task_seconds"}');
rollback;
