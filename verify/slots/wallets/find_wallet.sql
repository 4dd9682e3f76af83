-- Verify gamekeeper:slots/wallets/find_wallet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.find_wallet(uuid)', '(wallet_id uuid) returns slots.wallets');
select pg_temp.has_function_nature('slots.find_wallet(uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.find_wallet(uuid)', 'nobody');
rollback;
