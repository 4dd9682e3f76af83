-- Verify gamekeeper:slots/play/record_result on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.record_result(uuid,jsonb,jsonb,text)', '(session_id uuid, action jsonb, result jsonb, idempotency_key text DEFAULT NULL::text) returns slots.act_result');
select pg_temp.has_function_nature('slots.record_result(uuid,jsonb,jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.record_result(uuid,jsonb,jsonb,text)', 'service_role');
rollback;
