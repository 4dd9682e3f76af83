-- Verify gamekeeper:core/partitions/move_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.move_part(text,timestamp with time zone)', '(table_name text, at timestamp with time zone) returns text');
select pg_temp.has_function_nature('core.move_part(text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.move_part(text,timestamp with time zone)', 'nobody');
rollback;
