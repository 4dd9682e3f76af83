-- Verify gamekeeper:core/partitions/seal_partition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.seal_partition(regclass,regclass)', '(parent regclass, partition regclass) returns void');
select pg_temp.has_function_nature('core.seal_partition(regclass,regclass)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.seal_partition(regclass,regclass)', 'nobody');
rollback;
