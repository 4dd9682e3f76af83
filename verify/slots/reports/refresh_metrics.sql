-- Verify gamekeeper:slots/reports/refresh_metrics on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.refresh_metrics()', '() returns void');
select pg_temp.has_function_nature('slots.refresh_metrics()', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('slots.refresh_metrics()', 'authenticated, service_role');
rollback;
