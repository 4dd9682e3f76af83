-- Verify gamekeeper:core/partitions/partition_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.partition_name(text,timestamp with time zone)', '(table_name text, starts_at timestamp with time zone) returns text');
select pg_temp.has_function_nature('core.partition_name(text,timestamp with time zone)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.partition_name(text,timestamp with time zone)', 'nobody');
rollback;
