-- Verify gamekeeper:xp/users/account_day on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.account_day(xp.xp_users,xp.policy_terms,timestamp with time zone)', '(account xp.xp_users, terms xp.policy_terms, at timestamp with time zone) returns xp.reward_day');
select pg_temp.has_function_nature('xp.account_day(xp.xp_users,xp.policy_terms,timestamp with time zone)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.account_day(xp.xp_users,xp.policy_terms,timestamp with time zone)', 'nobody');
rollback;
