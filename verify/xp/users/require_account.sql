-- Verify gamekeeper:xp/users/require_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.require_account(text)', '(external_user_id text) returns xp.xp_users');
select pg_temp.has_function_nature('xp.require_account(text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.require_account(text)', 'nobody');
rollback;
