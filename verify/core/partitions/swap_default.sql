-- Verify gamekeeper:core/partitions/swap_default on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.swap_default(text,timestamp with time zone,timestamp with time zone)', '(table_name text, starts_at timestamp with time zone, ends_at timestamp with time zone) returns text');
select pg_temp.has_function_nature('core.swap_default(text,timestamp with time zone,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.swap_default(text,timestamp with time zone,timestamp with time zone)', 'nobody');
rollback;
