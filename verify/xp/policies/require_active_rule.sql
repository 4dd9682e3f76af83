-- Verify gamekeeper:xp/policies/require_active_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.require_active_rule(text,text)', '(policy_key text, segment_key text) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.require_active_rule(text,text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.require_active_rule(text,text)', 'nobody');
rollback;
