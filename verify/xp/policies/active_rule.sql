-- Verify gamekeeper:xp/policies/active_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.active_rule(text,text,boolean)', '(policy_key text, segment_key text, by_service boolean) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.active_rule(text,text,boolean)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.active_rule(text,text,boolean)', 'nobody');
rollback;
