-- Verify gamekeeper:xp/claims/excused_days on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.excused_days(xp.xp_users,xp.policy_terms,date,date)', '(account xp.xp_users, terms xp.policy_terms, after_day date, before_day date) returns date[]');
select pg_temp.has_function_nature('xp.excused_days(xp.xp_users,xp.policy_terms,date,date)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.excused_days(xp.xp_users,xp.policy_terms,date,date)', 'nobody');
rollback;
