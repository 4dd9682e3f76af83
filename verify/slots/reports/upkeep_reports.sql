-- Verify gamekeeper:slots/reports/upkeep_reports on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.upkeep_reports()', '() returns text');
select pg_temp.has_function_nature('slots.upkeep_reports()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.upkeep_reports()', 'service_role');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "slots.reports", "function": "slots.upkeep_reports()"}');
rollback;
