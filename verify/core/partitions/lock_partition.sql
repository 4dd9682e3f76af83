-- Verify gamekeeper:core/partitions/lock_partition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.lock_partition(regclass,regclass,text)', '(parent regclass, partition regclass, mode text) returns void');
select pg_temp.has_function_nature('core.lock_partition(regclass,regclass,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.lock_partition(regclass,regclass,text)', 'nobody');
rollback;
