-- Verify gamekeeper:xp/streaks/left_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.left_streak(xp.streak_outcome)', '(outcome xp.streak_outcome) returns xp.streak_state');
select pg_temp.has_function_nature('xp.left_streak(xp.streak_outcome)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.left_streak(xp.streak_outcome)', 'nobody');
rollback;
