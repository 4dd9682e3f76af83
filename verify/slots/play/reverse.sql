-- Verify gamekeeper:slots/play/reverse on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reverse(uuid,bigint,text,text,text)', '(wallet_id uuid, entry_no bigint, reason text, idempotency_key text DEFAULT NULL::text, reference text DEFAULT NULL::text) returns SETOF slots.wallet_entries');
select pg_temp.has_function_nature('slots.reverse(uuid,bigint,text,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.reverse(uuid,bigint,text,text,text)', 'service_role');
rollback;
