-- Verify gamekeeper:core/partitions/retire_partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.retire_partitions(text,timestamp with time zone)', '(table_name text, at timestamp with time zone) returns SETOF text');
select pg_temp.has_function_nature('core.retire_partitions(text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.retire_partitions(text,timestamp with time zone)', 'nobody');
rollback;
