-- Verify gamekeeper:core/shards/definitions_digest on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.definitions_digest(text,text[])', '(table_name text, compared text[]) returns text');
select pg_temp.has_function_nature('core.definitions_digest(text,text[])', 'plpgsql, stable, parallel unsafe, DateStyle=ISO, YMD, IntervalStyle=postgres, TimeZone=UTC, bytea_output=hex, extra_float_digits=1');
select pg_temp.has_function_grants('core.definitions_digest(text,text[])', 'nobody');
rollback;
