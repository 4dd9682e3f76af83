-- Verify gamekeeper:core/watching/partition_gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.partition_gauges()', '() returns TABLE(table_name text, partitions_ahead bigint, default_rows bigint, oldest_default_row_seconds double precision)');
select pg_temp.has_function_nature('core.partition_gauges()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.partition_gauges()', 'service_role');
rollback;
