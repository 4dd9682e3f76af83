-- Deploy gamekeeper:xp/streaks/evaluate_streak to pg
-- requires: xp/streaks/streak_state xp/seasons/season_bounds xp/streaks/streak_outcome xp/days/day_of xp/days/day_id xp/days/instant_of xp/policies/list_items core/keys/utc
begin;
set local role gamekeeper;
-- Pure and total: it reads no table, no setting and no clock, and has an answer for every prior state.
create function xp.evaluate_streak(
  definition jsonb, prior xp.streak_state, reward_day date, claimed_at timestamptz, season xp.season_bounds
)
returns xp.streak_outcome
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
declare
  _model constant text := evaluate_streak.definition #>> '{streakModel,type}';
  _parameters constant jsonb := evaluate_streak.definition #> '{streakModel,parameters}';
  _last constant date := xp.day_of(evaluate_streak.prior.last_reward_day_id);
  _missed constant integer := evaluate_streak.reward_day - _last - 1;
  _streak integer := coalesce(evaluate_streak.prior.current_streak, 0);
  _longest integer := coalesce(evaluate_streak.prior.longest_streak, 0);
  _grace_used integer := coalesce(evaluate_streak.prior.grace_used, 0);
  _model_state jsonb := coalesce(evaluate_streak.prior.model_state, '{}'::jsonb);
  _grace_applied boolean := false;
  _decayed integer;
  _milestones jsonb := '[]'::jsonb;
  _curve constant jsonb := coalesce(evaluate_streak.definition -> 'streakCurve', '[]'::jsonb);
  _boosts constant jsonb := coalesce(evaluate_streak.definition -> 'seasonalBoosts', '[]'::jsonb);
  _day_index integer;
  _entry jsonb;
  _bonus bigint;
  _factor numeric := 1.0;
  _boost numeric := 1.0;
  _xp numeric;
begin
  if _missed < 0 then
    return row(
      _streak, _longest, _grace_used, evaluate_streak.prior.last_reward_day_id, _model_state,
      0, 0, 0, false, '[]'::jsonb
    )::xp.streak_outcome;
  end if;

  -- The day of the streak.
  if _last is null then
    _streak := 1;
    _grace_used := 0;
  elsif _model = 'TieredSeasonalReset' and (
    (_last <= evaluate_streak.season.ends_on and evaluate_streak.reward_day > evaluate_streak.season.ends_on)
    or (_last < evaluate_streak.season.starts_on and evaluate_streak.reward_day >= evaluate_streak.season.starts_on)
  ) then
    _streak := 1;
    _grace_used := 0;
  elsif _missed = 0 then
    _streak := least(_streak, 2147483646) + 1;
  elsif _grace_used::bigint + _missed <= (evaluate_streak.definition #>> '{grace,allowedMisses}')::numeric
    and _missed <= (evaluate_streak.definition #>> '{grace,windowDays}')::numeric
  then
    _streak := least(_streak, 2147483646) + 1;
    _grace_used := _grace_used + _missed;
    _grace_applied := true;
  elsif _model = 'DecayCurve' then
    for _ in 1.._missed loop
      _decayed := floor(_streak * (1 - (_parameters ->> 'decayPercent')::numeric))::integer;
      exit when _decayed = _streak;
      _streak := _decayed;
    end loop;
    _streak := greatest(_streak, 1);
  else
    _streak := 1;
    _grace_used := 0;
  end if;

  -- The model.
  if _model = 'PlateauCap' then
    if _streak >= (_parameters ->> 'plateauDay')::integer then
      _streak := (_parameters ->> 'plateauDay')::integer;
      _factor := (_parameters ->> 'plateauMultiplier')::numeric;
    end if;
  elsif _model = 'WeeklyCycleReset' then
    _streak := (_streak - 1) % 7 + 1;
  elsif _model = 'TieredSeasonalReset' then
    select (t.item ->> 'bonusMultiplier')::numeric
    into _factor
    from xp.list_items(_parameters -> 'tiers') as t
    where _streak between (t.item ->> 'startDay')::integer and (t.item ->> 'endDay')::integer;
    _factor := coalesce(_factor, 1);
  elsif _model = 'MilestoneMetaReward'
    and not coalesce(_model_state -> 'claimedMilestones' @> to_jsonb(_streak), false)
  then
    select coalesce(jsonb_agg(m.item), '[]')
    into _milestones
    from xp.list_items(_parameters -> 'milestones') as m
    where (m.item ->> 'day')::integer = _streak;
    if _milestones <> '[]' then
      _model_state := _model_state || jsonb_build_object(
        'claimedMilestones', coalesce(_model_state -> 'claimedMilestones', '[]') || to_jsonb(_streak)
      );
    end if;
  end if;

  -- The award. In a valid curve the entry of a day stands in the place of its index.
  _day_index := least(_streak, jsonb_array_length(_curve)) - 1;
  _entry := _curve -> _day_index;
  if (_entry ->> 'dayIndex')::integer <> _day_index then
    select c.item into _entry
    from xp.list_items(_curve) as c
    where (c.item ->> 'dayIndex')::integer <= _streak - 1
    order by (c.item ->> 'dayIndex')::integer desc
    limit 1;
  end if;
  _bonus := coalesce((_entry ->> 'additiveBonusXp')::bigint, 0);
  for _i in 0..jsonb_array_length(_boosts) - 1 loop
    -- Offsets are less than a day: by their dates alone, most boosts need not be read to the second.
    if left(_boosts -> _i ->> 'startUtc', 10) <= xp.day_id(core.utc(evaluate_streak.claimed_at)::date + 1)
      and left(_boosts -> _i ->> 'endUtc', 10) >= xp.day_id(core.utc(evaluate_streak.claimed_at)::date - 1)
    then
      if xp.instant_of(_boosts -> _i ->> 'startUtc') <= evaluate_streak.claimed_at
        and evaluate_streak.claimed_at < xp.instant_of(_boosts -> _i ->> 'endUtc')
      then
        _boost := (_boosts -> _i ->> 'multiplier')::numeric;
      end if;
    end if;
  end loop;
  _factor := trim_scale(coalesce((_entry ->> 'multiplier')::numeric, 1) * _factor * _boost);
  _xp := round((evaluate_streak.definition ->> 'baseXp')::numeric * _factor) + _bonus;
  -- Without a cap of its own, a policy has the highest that it could name: balances are bigint, and add up.
  _xp := least(_xp, coalesce((evaluate_streak.definition ->> 'xpCap')::numeric, 1000000000000));

  return row(
    _streak, greatest(_longest, _streak), _grace_used, xp.day_id(evaluate_streak.reward_day), _model_state,
    _factor, _bonus, _xp, _grace_applied, _milestones
  )::xp.streak_outcome;
end
$$;
comment on function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds) is
  'What a claim for reward_day at claimed_at makes of the prior streak (null: no earlier claim) under a valid policy: a day not after the last claimed one changes nothing and is worth nothing. The season is the one of the day, or the last one that ended before it; a streak of the seasonal model starts again on its first day of a season and on the first after its end. Decay is no reset: grace stays used. Spec xp, streak evaluation.';
revoke all on function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds) from public;
grant execute on function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds) to authenticated, service_role;
commit;
