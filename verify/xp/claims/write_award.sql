-- Verify gamekeeper:xp/claims/write_award on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.write_award(xp.xp_users,xp.xp_rules,xp.claim_decision,uuid,text,timestamp with time zone)', '(account xp.xp_users, rule xp.xp_rules, decision xp.claim_decision, correlation_id uuid, actor text, at timestamp with time zone) returns xp.xp_awards');
select pg_temp.has_function_nature('xp.write_award(xp.xp_users,xp.xp_rules,xp.claim_decision,uuid,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.write_award(xp.xp_users,xp.xp_rules,xp.claim_decision,uuid,text,timestamp with time zone)', 'nobody');
rollback;
