-- Verify gamekeeper:xp/policies/rule_for on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rule_for(xp.xp_rules,text,boolean)', '(rule xp.xp_rules, segment_key text, by_service boolean) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.rule_for(xp.xp_rules,text,boolean)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.rule_for(xp.xp_rules,text,boolean)', 'nobody');
rollback;
