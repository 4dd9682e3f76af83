-- Verify gamekeeper:xp/streaks/held_freezes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.held_freezes(bigint,text,xp.streak_state)', '(user_id bigint, streak_key text, prior xp.streak_state) returns xp.streak_state');
select pg_temp.has_function_nature('xp.held_freezes(bigint,text,xp.streak_state)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.held_freezes(bigint,text,xp.streak_state)', 'nobody');
rollback;
