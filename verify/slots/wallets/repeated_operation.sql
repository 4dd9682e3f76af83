-- Verify gamekeeper:slots/wallets/repeated_operation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.repeated_operation(uuid,text,numeric)', '(wallet_id uuid, idempotency_key text, amount numeric) returns slots.wallet_entries');
select pg_temp.has_function_nature('slots.repeated_operation(uuid,text,numeric)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.repeated_operation(uuid,text,numeric)', 'nobody');
rollback;
