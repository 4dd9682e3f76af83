-- Verify gamekeeper:slots/reports/fnv1a64 on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.fnv1a64(bytea)', '(content bytea) returns text');
select pg_temp.has_function_nature('slots.fnv1a64(bytea)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('slots.fnv1a64(bytea)', 'nobody');
rollback;
