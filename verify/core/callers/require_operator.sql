-- Verify gamekeeper:core/callers/require_operator on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_operator()', '() returns void');
select pg_temp.has_function_nature('core.require_operator()', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.require_operator()', 'nobody');
rollback;
