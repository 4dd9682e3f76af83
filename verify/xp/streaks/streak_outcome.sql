-- Verify gamekeeper:xp/streaks/streak_outcome on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.streak_outcome', 'composite');
select pg_temp.has_column('xp.streak_outcome', 'current_streak', 'integer');
select pg_temp.has_column('xp.streak_outcome', 'longest_streak', 'integer');
select pg_temp.has_column('xp.streak_outcome', 'grace_used', 'integer');
select pg_temp.has_column('xp.streak_outcome', 'last_reward_day_id', 'text');
select pg_temp.has_column('xp.streak_outcome', 'model_state', 'jsonb');
select pg_temp.has_column('xp.streak_outcome', 'multiplier', 'numeric');
select pg_temp.has_column('xp.streak_outcome', 'additive_bonus_xp', 'bigint');
select pg_temp.has_column('xp.streak_outcome', 'xp', 'bigint');
select pg_temp.has_column('xp.streak_outcome', 'grace_applied', 'boolean');
select pg_temp.has_column('xp.streak_outcome', 'milestone_hits', 'jsonb');
rollback;
