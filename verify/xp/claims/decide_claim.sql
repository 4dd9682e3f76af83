-- Verify gamekeeper:xp/claims/decide_claim on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.decide_claim(xp.xp_users,xp.xp_rules,xp.streak_state,xp.xp_awards,timestamp with time zone)', '(account xp.xp_users, rule xp.xp_rules, prior xp.streak_state, last_award xp.xp_awards, at timestamp with time zone) returns xp.claim_decision');
select pg_temp.has_function_nature('xp.decide_claim(xp.xp_users,xp.xp_rules,xp.streak_state,xp.xp_awards,timestamp with time zone)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.decide_claim(xp.xp_users,xp.xp_rules,xp.streak_state,xp.xp_awards,timestamp with time zone)', 'nobody');
rollback;
