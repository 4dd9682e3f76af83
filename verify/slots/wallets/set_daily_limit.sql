-- Verify gamekeeper:slots/wallets/set_daily_limit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.set_daily_limit(uuid,numeric)', '(wallet_id uuid, daily_limit numeric) returns slots.wallets');
select pg_temp.has_function_nature('slots.set_daily_limit(uuid,numeric)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.set_daily_limit(uuid,numeric)', 'authenticated, service_role');
rollback;
