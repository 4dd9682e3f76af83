-- Verify gamekeeper:xp/claims/claim on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.claim(text,uuid)', '(policy_key text, correlation_id uuid) returns xp.claim_receipt');
select pg_temp.has_function_nature('xp.claim(text,uuid)', 'plpgsql, volatile, parallel unsafe, security definer, TimeZone=UTC, search_path=pg_temp');
select pg_temp.has_function_grants('xp.claim(text,uuid)', 'authenticated, service_role');
rollback;
