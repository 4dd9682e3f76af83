-- Verify gamekeeper:slots/play/act_many on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.act_many(uuid,jsonb,text)', '(session_id uuid, actions jsonb, idempotency_key text DEFAULT NULL::text) returns SETOF slots.act_result');
select pg_temp.has_function_nature('slots.act_many(uuid,jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.act_many(uuid,jsonb,text)', 'authenticated, service_role');
rollback;
