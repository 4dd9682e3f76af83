-- Verify gamekeeper:slots/wallets/repeated_operation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.repeated_operation(uuid,text,numeric,text,text,text)', '(wallet_id uuid, kind text, amount numeric, idempotency_key text, reason text, reference text) returns slots.wallet_entries');
select pg_temp.has_function_nature('slots.repeated_operation(uuid,text,numeric,text,text,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.repeated_operation(uuid,text,numeric,text,text,text)', 'nobody');
rollback;
