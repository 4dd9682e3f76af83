-- Verify gamekeeper:core/upkeep/health on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health()', '() returns TABLE(name text, ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.health()', 'authenticated, service_role');
rollback;
