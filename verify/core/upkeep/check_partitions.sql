-- Verify gamekeeper:core/upkeep/check_partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_partitions()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.check_partitions()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.check_partitions()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.partitions", "function": "core.check_partitions()"}');
rollback;
