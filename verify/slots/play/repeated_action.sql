-- Verify gamekeeper:slots/play/repeated_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.repeated_action(uuid,text,jsonb)', '(session_id uuid, idempotency_key text, document jsonb) returns slots.act_result');
select pg_temp.has_function_nature('slots.repeated_action(uuid,text,jsonb)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.repeated_action(uuid,text,jsonb)', 'nobody');
rollback;
