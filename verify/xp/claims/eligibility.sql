-- Verify gamekeeper:xp/claims/eligibility on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.eligibility(text)', '(policy_key text) returns xp.claim_eligibility');
select pg_temp.has_function_nature('xp.eligibility(text)', 'plpgsql, volatile, parallel unsafe, security definer, TimeZone=UTC, search_path=pg_temp');
select pg_temp.has_function_grants('xp.eligibility(text)', 'authenticated, service_role');
rollback;
