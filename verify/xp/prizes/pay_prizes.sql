-- Verify gamekeeper:xp/prizes/pay_prizes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.pay_prizes(bigint,bigint)', '(most bigint, user_id bigint DEFAULT NULL::bigint) returns bigint');
select pg_temp.has_function_nature('xp.pay_prizes(bigint,bigint)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.pay_prizes(bigint,bigint)', 'nobody');
rollback;
