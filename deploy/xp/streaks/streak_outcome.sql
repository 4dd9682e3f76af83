-- Deploy gamekeeper:xp/streaks/streak_outcome to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.streak_outcome as (
  current_streak integer,
  longest_streak integer,
  grace_used integer,
  last_reward_day_id text,
  model_state jsonb,
  multiplier numeric,
  additive_bonus_xp bigint,
  xp bigint,
  grace_applied boolean,
  milestone_hits jsonb
);
comment on type xp.streak_outcome is
  'The streak after a claim, and its award: multiplier is curve x model x seasonal boost, additive_bonus_xp comes on '
  'top, xp is the whole after rounding and cap, milestone_hits are the entries of the policy''s milestones reached '
  'now.';
commit;
