-- Verify gamekeeper:core/errors/caught on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.caught(text,text,text)', '(sqlstate text, message text, detail text DEFAULT NULL::text) returns core.caught_error');
select pg_temp.has_function_nature('core.caught(text,text,text)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('core.caught(text,text,text)', 'nobody');
rollback;
