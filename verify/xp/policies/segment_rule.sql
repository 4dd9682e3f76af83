-- Verify gamekeeper:xp/policies/segment_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.segment_rule(xp.xp_rules,text)', '(rule xp.xp_rules, segment_key text) returns xp.xp_rules');
select pg_temp.has_function_nature('xp.segment_rule(xp.xp_rules,text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.segment_rule(xp.xp_rules,text)', 'nobody');
rollback;
