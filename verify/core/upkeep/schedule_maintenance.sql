-- Verify gamekeeper:core/upkeep/schedule_maintenance on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.schedule_maintenance(text)', '(schedule text DEFAULT ''*/5 * * * *''::text) returns boolean');
select pg_temp.has_function_nature('core.schedule_maintenance(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.schedule_maintenance(text)', 'nobody');
select pg_temp.has_row('core.scheduled_calls', '{"job": "gamekeeper-maintain"}');
rollback;
