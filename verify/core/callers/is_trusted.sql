-- Verify gamekeeper:core/callers/is_trusted on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_trusted()', '() returns boolean');
select pg_temp.has_function_nature('core.is_trusted()', 'plpgsql, stable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('core.is_trusted()', 'authenticated, service_role');
rollback;
