-- Verify gamekeeper:slots/wallets/lock_wallet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.lock_wallet(uuid)', '(wallet_id uuid) returns slots.wallets');
select pg_temp.has_function_nature('slots.lock_wallet(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.lock_wallet(uuid)', 'nobody');
rollback;
