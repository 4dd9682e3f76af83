-- Verify gamekeeper:sparc/people/shown_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.shown_name(text,timestamp with time zone)', '(display_name text, deleted_at timestamp with time zone) returns text');
select pg_temp.has_function_nature('sparc.shown_name(text,timestamp with time zone)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('sparc.shown_name(text,timestamp with time zone)', 'nobody');
rollback;
