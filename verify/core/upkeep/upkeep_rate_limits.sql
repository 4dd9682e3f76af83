-- Verify gamekeeper:core/upkeep/upkeep_rate_limits on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.upkeep_rate_limits()', '() returns text');
select pg_temp.has_function_nature('core.upkeep_rate_limits()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.upkeep_rate_limits()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "core.rate_limits", "function": "core.upkeep_rate_limits()"}');
rollback;
