-- Verify gamekeeper:xp/streaks/streak_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.streak_of(bigint)', '(user_id bigint) returns xp.streak_state');
select pg_temp.has_function_nature('xp.streak_of(bigint)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.streak_of(bigint)', 'nobody');
rollback;
