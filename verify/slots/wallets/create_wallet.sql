-- Verify gamekeeper:slots/wallets/create_wallet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.create_wallet(text,numeric,jsonb,uuid,text)', '(currency text, daily_limit numeric, cost_rate jsonb DEFAULT ''{}''::jsonb, owner_id uuid DEFAULT NULL::uuid, idempotency_key text DEFAULT NULL::text) returns slots.wallets');
select pg_temp.has_function_nature('slots.create_wallet(text,numeric,jsonb,uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.create_wallet(text,numeric,jsonb,uuid,text)', 'authenticated, service_role');
rollback;
