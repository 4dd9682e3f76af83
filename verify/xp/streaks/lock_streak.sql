-- Verify gamekeeper:xp/streaks/lock_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.lock_streak(bigint)', '(user_id bigint) returns xp.xp_streaks');
select pg_temp.has_function_nature('xp.lock_streak(bigint)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.lock_streak(bigint)', 'nobody');
rollback;
