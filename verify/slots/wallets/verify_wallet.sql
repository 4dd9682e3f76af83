-- Verify gamekeeper:slots/wallets/verify_wallet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.verify_wallet(uuid)', '(wallet_id uuid) returns TABLE(entry_no bigint, problem text)');
select pg_temp.has_function_nature('slots.verify_wallet(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.verify_wallet(uuid)', 'authenticated, service_role');
rollback;
