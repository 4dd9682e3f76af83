-- Verify gamekeeper:core/errors/raise_error on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.raise_error(text,integer,text,text,text)', '(sqlstate text, http_status integer, message text, detail text, hint text) returns void');
select pg_temp.has_function_nature('core.raise_error(text,integer,text,text,text)', 'plpgsql, stable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('core.raise_error(text,integer,text,text,text)', 'service_role');
rollback;
