-- Verify gamekeeper:slots/reports/session_metrics on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.session_metrics()', '() returns SETOF slots.session_metrics_latest');
select pg_temp.has_function_nature('slots.session_metrics()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.session_metrics()', 'authenticated, service_role');
rollback;
