-- Verify gamekeeper:core/partitions/hold_partition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.hold_partition(regclass,regclass,boolean)', '(parent regclass, partition regclass, against_readers boolean) returns void');
select pg_temp.has_function_nature('core.hold_partition(regclass,regclass,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.hold_partition(regclass,regclass,boolean)', 'nobody');
rollback;
