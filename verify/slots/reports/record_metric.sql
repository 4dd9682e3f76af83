-- Verify gamekeeper:slots/reports/record_metric on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.record_metric(uuid,text,numeric,text)', '(session_id uuid, key text, value numeric, idempotency_key text DEFAULT NULL::text) returns slots.metrics');
select pg_temp.has_function_nature('slots.record_metric(uuid,text,numeric,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.record_metric(uuid,text,numeric,text)', 'authenticated, service_role');
rollback;
