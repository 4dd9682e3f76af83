-- Verify gamekeeper:xp/claims/repaired_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.repaired_streak(xp.xp_users,text,xp.streak_state)', '(account xp.xp_users, streak_key text, prior xp.streak_state) returns xp.streak_state');
select pg_temp.has_function_nature('xp.repaired_streak(xp.xp_users,text,xp.streak_state)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.repaired_streak(xp.xp_users,text,xp.streak_state)', 'nobody');
rollback;
