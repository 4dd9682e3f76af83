-- Verify gamekeeper:slots/wallets/wallet_operation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.wallet_operation(uuid,text,numeric,text,text,text)', '(wallet_id uuid, operation text, amount numeric, idempotency_key text DEFAULT NULL::text, reason text DEFAULT NULL::text, reference text DEFAULT NULL::text) returns slots.wallet_entries');
select pg_temp.has_function_nature('slots.wallet_operation(uuid,text,numeric,text,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.wallet_operation(uuid,text,numeric,text,text,text)', 'authenticated, service_role');
rollback;
