-- Verify gamekeeper:xp/policies/retire_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.retire_rule(text)', '(policy_key text) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.retire_rule(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.retire_rule(text)', 'authenticated, service_role');
rollback;
