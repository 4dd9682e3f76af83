-- Verify gamekeeper:core/partitions/default_parts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.default_parts(text,timestamp with time zone)', '(table_name text, at timestamp with time zone) returns SETOF core.default_part');
select pg_temp.has_function_nature('core.default_parts(text,timestamp with time zone)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.default_parts(text,timestamp with time zone)', 'nobody');
rollback;
