-- Verify gamekeeper:core/watching/upkeep_definitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.upkeep_definitions()', '() returns text');
select pg_temp.has_function_nature('core.upkeep_definitions()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.upkeep_definitions()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "core.definitions", "function": "core.upkeep_definitions()"}');
rollback;
