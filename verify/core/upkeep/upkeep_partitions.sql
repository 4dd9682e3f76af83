-- Verify gamekeeper:core/upkeep/upkeep_partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.upkeep_partitions(text)', '(table_name text) returns text');
select pg_temp.has_function_nature('core.upkeep_partitions(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.upkeep_partitions(text)', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "core.partitions", "function": "core.upkeep_partitions(text)"}');
rollback;
