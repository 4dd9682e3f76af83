-- Verify gamekeeper:xp/prizes/prize_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.prize_account(bigint)', '(user_id bigint) returns bigint');
select pg_temp.has_function_nature('xp.prize_account(bigint)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.prize_account(bigint)', 'nobody');
rollback;
