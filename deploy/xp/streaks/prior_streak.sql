-- Deploy gamekeeper:xp/streaks/prior_streak to pg
-- requires: xp/streaks/xp_streaks xp/streaks/streak_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.prior_streak(streak xp.xp_streaks)
returns xp.streak_state
language sql
immutable
parallel safe
return row(
  prior_streak.streak.current_streak, prior_streak.streak.longest_streak, prior_streak.streak.grace_used,
  prior_streak.streak.last_reward_day_id, prior_streak.streak.model_state
)::xp.streak_state;
comment on function xp.prior_streak(xp.xp_streaks) is
  'What xp.evaluate_streak takes of a stored streak. [helper]';
revoke all on function xp.prior_streak(xp.xp_streaks) from public;
commit;
