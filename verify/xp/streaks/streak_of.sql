-- Verify gamekeeper:xp/streaks/streak_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.streak_of(bigint,text)', '(user_id bigint, streak_key text) returns xp.streak_state');
select pg_temp.has_function_nature('xp.streak_of(bigint,text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.streak_of(bigint,text)', 'nobody');
rollback;
