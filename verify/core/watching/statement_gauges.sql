-- Verify gamekeeper:core/watching/statement_gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.statement_gauges()', '() returns TABLE(function text, calls bigint, seconds double precision)');
select pg_temp.has_function_nature('core.statement_gauges()', 'plpgsql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.statement_gauges()', 'service_role');
rollback;
