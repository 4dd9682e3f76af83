-- Verify gamekeeper:slots/reports/record_metric on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.record_metric(uuid,text,numeric)', '(session_id uuid, key text, value numeric) returns slots.metrics');
select pg_temp.has_function_nature('slots.record_metric(uuid,text,numeric)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.record_metric(uuid,text,numeric)', 'authenticated, service_role');
rollback;
