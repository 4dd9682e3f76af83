-- Verify gamekeeper:slots/play/act on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.act(uuid,jsonb,text)', '(session_id uuid, action jsonb, idempotency_key text DEFAULT NULL::text) returns slots.act_result');
select pg_temp.has_function_nature('slots.act(uuid,jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.act(uuid,jsonb,text)', 'authenticated, service_role');
rollback;
