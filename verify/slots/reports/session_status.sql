-- Verify gamekeeper:slots/reports/session_status on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.session_status(uuid)', '(session_id uuid) returns slots.session_report');
select pg_temp.has_function_nature('slots.session_status(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.session_status(uuid)', 'authenticated, service_role');
rollback;
