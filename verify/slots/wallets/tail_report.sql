-- Verify gamekeeper:slots/wallets/tail_report on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.tail_report(jsonb)', '(heads jsonb) returns TABLE(wallet_id uuid, entry_no bigint, verdict text, last_entry_no bigint)');
select pg_temp.has_function_nature('slots.tail_report(jsonb)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.tail_report(jsonb)', 'service_role');
rollback;
