-- Verify gamekeeper:slots/fairness/rotate_seed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rotate_seed(uuid,text,text)', '(session_id uuid, client_seed text DEFAULT NULL::text, idempotency_key text DEFAULT NULL::text) returns slots.seed_rotation');
select pg_temp.has_function_nature('slots.rotate_seed(uuid,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rotate_seed(uuid,text,text)', 'authenticated, service_role');
rollback;
