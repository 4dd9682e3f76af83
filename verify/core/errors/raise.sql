-- Verify gamekeeper:core/errors/raise on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.raise(text,jsonb)', '(code text, detail jsonb DEFAULT ''{}''::jsonb) returns void');
select pg_temp.has_function_nature('core.raise(text,jsonb)', 'plpgsql, volatile, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('core.raise(text,jsonb)', 'service_role');
rollback;
