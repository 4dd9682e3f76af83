-- Verify gamekeeper:slots/play/close_wallet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.close_wallet(uuid)', '(wallet_id uuid) returns slots.wallets');
select pg_temp.has_function_nature('slots.close_wallet(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.close_wallet(uuid)', 'authenticated, service_role');
rollback;
