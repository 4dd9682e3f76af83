-- Verify gamekeeper:xp/claims/award_cooldown on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.award_cooldown(xp.xp_rules,xp.xp_awards)', '(rule xp.xp_rules, last_award xp.xp_awards) returns interval');
select pg_temp.has_function_nature('xp.award_cooldown(xp.xp_rules,xp.xp_awards)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.award_cooldown(xp.xp_rules,xp.xp_awards)', 'nobody');
rollback;
