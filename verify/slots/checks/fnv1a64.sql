-- Verify gamekeeper:slots/checks/fnv1a64 on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.fnv1a64(bytea,text)', '(content bytea, digest text DEFAULT ''cbf29ce484222325''::text) returns text');
select pg_temp.has_function_nature('slots.fnv1a64(bytea,text)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('slots.fnv1a64(bytea,text)', 'nobody');
rollback;
