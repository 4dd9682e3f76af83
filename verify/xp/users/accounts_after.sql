-- Verify gamekeeper:xp/users/accounts_after on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.accounts_after(bigint,integer)', '(user_id bigint, accounts integer) returns bigint[]');
select pg_temp.has_function_nature('xp.accounts_after(bigint,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.accounts_after(bigint,integer)', 'nobody');
rollback;
