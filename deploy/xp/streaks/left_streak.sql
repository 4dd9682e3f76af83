-- Deploy gamekeeper:xp/streaks/left_streak to pg
-- requires: xp/streaks/streak_state xp/streaks/streak_outcome
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.left_streak(outcome xp.streak_outcome)
returns xp.streak_state
language sql
immutable
parallel safe
return row(
  left_streak.outcome.current_streak, left_streak.outcome.longest_streak, left_streak.outcome.grace_used,
  left_streak.outcome.last_reward_day_id, left_streak.outcome.model_state
)::xp.streak_state;
comment on function xp.left_streak(xp.streak_outcome) is
  'The streak that a claim leaves, as the next one takes it. [helper]';
revoke all on function xp.left_streak(xp.streak_outcome) from public;
commit;
