-- Verify gamekeeper:xp/policies/activate_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.activate_rule(text,integer)', '(policy_key text, version integer) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.activate_rule(text,integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.activate_rule(text,integer)', 'authenticated, service_role');
rollback;
