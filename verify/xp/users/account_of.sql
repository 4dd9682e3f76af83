-- Verify gamekeeper:xp/users/account_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.account_of(text)', '(external_user_id text) returns xp.xp_users');
select pg_temp.has_function_nature('xp.account_of(text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.account_of(text)', 'nobody');
rollback;
