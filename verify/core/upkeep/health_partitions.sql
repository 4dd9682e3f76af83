-- Verify gamekeeper:core/upkeep/health_partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_partitions()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_partitions()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_partitions()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.partitions", "function": "core.health_partitions()"}');
rollback;
