-- Verify gamekeeper:slots/wallets/reconcile_wallets on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reconcile_wallets()', '() returns TABLE(wallet_id uuid, entry_no bigint, problem text, expected numeric, found numeric)');
select pg_temp.has_function_nature('slots.reconcile_wallets()', 'plpgsql, stable, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('slots.reconcile_wallets()', 'authenticated, service_role');
rollback;
