-- Deploy gamekeeper:xp/streaks/streak_state to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.streak_state as (
  current_streak integer,
  longest_streak integer,
  grace_used integer,
  last_reward_day_id text,
  model_state jsonb
);
comment on type xp.streak_state is
  'A streak before a claim: its day, the longest ever, missed days covered since the last reset, the last claimed day as YYYY-MM-DD (null: never claimed), and {"claimedMilestones": [day, ...]}.';
commit;
