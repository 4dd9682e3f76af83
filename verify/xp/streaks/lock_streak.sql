-- Verify gamekeeper:xp/streaks/lock_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.lock_streak(text)', '(external_user_id text) returns xp.xp_streaks');
select pg_temp.has_function_nature('xp.lock_streak(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.lock_streak(text)', 'nobody');
rollback;
