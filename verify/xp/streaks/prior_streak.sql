-- Verify gamekeeper:xp/streaks/prior_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.prior_streak(xp.xp_streaks)', '(streak xp.xp_streaks) returns xp.streak_state');
select pg_temp.has_function_nature('xp.prior_streak(xp.xp_streaks)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.prior_streak(xp.xp_streaks)', 'nobody');
rollback;
