-- Verify gamekeeper:core/partitions/ensure_partitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.ensure_partitions(text,timestamp with time zone)', '(table_name text, at timestamp with time zone) returns SETOF text');
select pg_temp.has_function_nature('core.ensure_partitions(text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.ensure_partitions(text,timestamp with time zone)', 'nobody');
rollback;
