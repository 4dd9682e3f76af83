-- Verify gamekeeper:xp/policies/create_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.create_rule(text,jsonb,text)', '(policy_key text, definition jsonb, idempotency_key text DEFAULT NULL::text) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.create_rule(text,jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.create_rule(text,jsonb,text)', 'authenticated, service_role');
rollback;
