-- Deploy gamekeeper:xp/streaks/evaluate_streak to pg
-- requires: xp/streaks/next_streak xp/policies/compile_policy core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.evaluate_streak(
  definition jsonb, prior xp.streak_state, reward_day date, claimed_at timestamptz, season xp.season_bounds,
  excused_days date[] default '{}'
)
returns xp.streak_outcome
language plpgsql
immutable
parallel safe
security definer
set search_path = pg_temp
as $$
begin
  if not isfinite(evaluate_streak.reward_day) then
    perform core.raise('INVALID_INPUT', '{"field": "reward_day", "problem": "must be a day"}');
  end if;
  return xp.next_streak(
    xp.compile_policy(evaluate_streak.definition), evaluate_streak.prior, evaluate_streak.reward_day, evaluate_streak.claimed_at,
    evaluate_streak.season, evaluate_streak.excused_days
  );
end
$$;
comment on function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) is
  'What a claim for reward_day at claimed_at makes of the prior streak (null: no earlier claim) under a valid '
  'policy: a day not after the last claimed one changes nothing and is worth nothing. The season is the one of the '
  'day, or the last one that ended before it; a streak of the seasonal model starts again on its first day of a '
  'season and on the first after its end. Decay is no reset: grace stays used. excused_days were missed by nobody. '
  'docs/xp.md, "Streak evaluation". '
  'Raises: INVALID_INPUT. [client]';
revoke all on function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) from public;
grant execute on function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) to authenticated, service_role;
commit;
