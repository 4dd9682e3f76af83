-- Verify gamekeeper:xp/streaks/streak_state on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.streak_state', 'composite');
select pg_temp.has_column('xp.streak_state', 'current_streak', 'integer');
select pg_temp.has_column('xp.streak_state', 'longest_streak', 'integer');
select pg_temp.has_column('xp.streak_state', 'grace_used', 'integer');
select pg_temp.has_column('xp.streak_state', 'last_reward_day_id', 'text');
select pg_temp.has_column('xp.streak_state', 'model_state', 'jsonb');
rollback;
