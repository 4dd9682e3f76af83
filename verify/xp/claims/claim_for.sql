-- Verify gamekeeper:xp/claims/claim_for on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.claim_for(bigint,text,uuid)', '(user_id bigint, policy_key text, correlation_id uuid) returns xp.claim_receipt');
select pg_temp.has_function_nature('xp.claim_for(bigint,text,uuid)', 'plpgsql, volatile, parallel unsafe, security definer, TimeZone=UTC, search_path=pg_temp');
select pg_temp.has_function_grants('xp.claim_for(bigint,text,uuid)', 'service_role');
rollback;
