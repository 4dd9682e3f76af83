-- Deploy gamekeeper:xp/streaks/evaluate_streak to pg
-- requires: xp/streaks/streak_state xp/seasons/season_bounds xp/streaks/streak_outcome xp/days/day_of xp/days/day_id xp/days/instant_of xp/policies/array_items xp/policies/bounded_number core/keys/utc core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Pure and total: it reads no table, no setting and no clock, and has an answer for every prior state. Anybody may
-- ask it about any document, valid or not, so numbers are drawn into the range of a valid policy, and its lists end
-- where those of a valid one do.
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
declare
  _model constant text := evaluate_streak.definition #>> '{streakModel,type}';
  _parameters constant jsonb := evaluate_streak.definition #> '{streakModel,parameters}';
  _last constant date := xp.day_of(evaluate_streak.prior.last_reward_day_id);
  _missed integer;
  _streak integer := coalesce(evaluate_streak.prior.current_streak, 0);
  _longest integer := coalesce(evaluate_streak.prior.longest_streak, 0);
  _grace_used integer := coalesce(evaluate_streak.prior.grace_used, 0);
  _model_state jsonb := coalesce(evaluate_streak.prior.model_state, '{}'::jsonb);
  _grace_applied boolean := false;
  _refill_days constant numeric := xp.bounded_number(evaluate_streak.definition #> '{grace,refillEveryDays}', 1, 1000000);
  _refilled_on date;
  _freezes constant jsonb := evaluate_streak.definition -> 'freezes';
  _held integer := 0;
  _frozen integer := 0;
  _is_new boolean := false;
  _share numeric;
  _loss integer;
  _days integer;
  _plateau integer;
  _milestones jsonb := '[]'::jsonb;
  _claimed jsonb;
  _reached jsonb;
  _curve constant jsonb := evaluate_streak.definition -> 'streakCurve';
  _boosts constant jsonb := evaluate_streak.definition -> 'seasonalBoosts';
  _day_index integer;
  _entry jsonb;
  _bonus bigint;
  _factor numeric := 1.0;
  _boost numeric := 1.0;
  _xp numeric;
begin
  if not isfinite(evaluate_streak.reward_day) then
    perform core.raise('INVALID_INPUT', '{"field": "reward_day", "problem": "must be a day"}');
  end if;
  _missed := evaluate_streak.reward_day - _last - 1;
  if _missed < 0 then
    return row(
      _streak, _longest, _grace_used, evaluate_streak.prior.last_reward_day_id, _model_state,
      0, 0, 0, false, '[]'::jsonb
    )::xp.streak_outcome;
  end if;

  if _missed > 0 and cardinality(evaluate_streak.excused_days) > 0 then
    _missed := _missed - (
      select count(distinct d)
      from unnest(evaluate_streak.excused_days) as d
      where d > _last and d < evaluate_streak.reward_day
    )::integer;
  end if;

  -- Grace is full again, and what is held beyond the policy's number is gone, before the gap is judged. Freezes are taken
  -- first, so that a gap they cover is none; a streak that ends all the same keeps them.
  if _refill_days is not null then
    _refilled_on := xp.day_of(_model_state ->> 'lastRefill');
    if _refilled_on is null then
      _refilled_on := evaluate_streak.reward_day;
    elsif evaluate_streak.reward_day - _refilled_on >= _refill_days then
      _grace_used := 0;
      _refilled_on := evaluate_streak.reward_day;
    end if;
  end if;
  if _freezes is not null and _model_state ? 'freezes' then
    _held := coalesce(least(
      xp.bounded_number(_model_state -> 'freezes', 0, 1000), xp.bounded_number(_freezes -> 'maxHeld', 0, 1000)
    ), 0)::integer;
    _frozen := coalesce(least(_held, xp.bounded_number(_freezes -> 'maxPerGap', 0, 1000), greatest(_missed, 0)), 0)::integer;
  end if;

  -- The day of the streak.
  _missed := _missed - _frozen;
  if _last is null then
    _is_new := true;
  elsif _model = 'TieredSeasonalReset' and (
    (_last <= evaluate_streak.season.ends_on and evaluate_streak.reward_day > evaluate_streak.season.ends_on)
    or (_last < evaluate_streak.season.starts_on and evaluate_streak.reward_day >= evaluate_streak.season.starts_on)
  ) then
    _is_new := true;
  elsif _missed = 0 then
    _streak := least(_streak, 2147483646) + 1;
  elsif _grace_used::bigint + _missed <= xp.bounded_number(evaluate_streak.definition #> '{grace,allowedMisses}', 0, 1000000)
    and _missed <= xp.bounded_number(evaluate_streak.definition #> '{grace,windowDays}', 0, 1000000)
  then
    _streak := least(_streak, 2147483646) + 1;
    _grace_used := _grace_used + _missed;
    _grace_applied := true;
  elsif _model = 'DecayCurve' then
    -- Each missed day takes the share, rounded up, of what the day before it left. That is the same number of days many
    -- times in a row: those are taken in one step. A calendar has no longer streak than 9999 years.
    _share := coalesce(xp.bounded_number(_parameters -> 'decayPercent', 0, 1), 0);
    _streak := least(_streak, 3652059);
    while _missed > 0 and _share > 0 and _streak > 1 loop
      _loss := ceil(_streak * _share)::integer;
      _days := least(_missed, greatest(1, ceil((_streak - (_loss - 1) / _share) / _loss)))::integer;
      _streak := _streak - _days * _loss;
      _missed := _missed - _days;
    end loop;
    _streak := greatest(_streak, 1);
  else
    _is_new := true;
  end if;
  if _is_new then
    _streak := 1;
    _grace_used := 0;
    _refilled_on := evaluate_streak.reward_day;
    _frozen := 0;
  end if;
  if _refill_days is not null then
    _model_state := _model_state || jsonb_build_object('lastRefill', xp.day_id(_refilled_on));
  end if;
  if _freezes is not null and _model_state ? 'freezes' then
    _model_state := _model_state || jsonb_build_object('freezes', _held - _frozen);
  end if;

  -- The model.
  if _model = 'PlateauCap' then
    _plateau := xp.bounded_number(_parameters -> 'plateauDay', 1, 1000000)::integer;
    if _streak >= _plateau then
      _streak := _plateau;
      _factor := xp.bounded_number(_parameters -> 'plateauMultiplier', 0, 1000000);
    end if;
  elsif _model = 'WeeklyCycleReset' then
    _streak := (_streak - 1) % 7 + 1;
  elsif _model = 'TieredSeasonalReset' then
    select xp.bounded_number(t.item -> 'bonusMultiplier', 0, 1000000)
    into _factor
    from xp.array_items(_parameters -> 'tiers') as t
    where _streak between xp.bounded_number(t.item -> 'startDay', 1, 1000000) and xp.bounded_number(t.item -> 'endDay', 1, 1000000)
    limit 1;
  elsif _model = 'MilestoneMetaReward' then
    -- A repair may have let a milestone be reached that nobody was told of.
    _claimed := coalesce(_model_state -> 'claimedMilestones', '[]');
    _reached := coalesce(_model_state -> 'reachedMilestones', '[]') || to_jsonb(_streak);
    if not _claimed @> _reached then
      select coalesce(jsonb_agg(m.item), '[]'), _claimed || coalesce(jsonb_agg(m.item -> 'day'), '[]')
      into _milestones, _claimed
      from xp.array_items(_parameters -> 'milestones') as m
      where _reached @> (m.item -> 'day') and not _claimed @> (m.item -> 'day');
      if _milestones <> '[]' then
        _model_state := _model_state || jsonb_build_object('claimedMilestones', _claimed);
      end if;
    end if;
    if jsonb_typeof(_model_state) = 'object' then
      _model_state := _model_state - 'reachedMilestones';
    end if;
  end if;

  -- The award. In a valid curve the entry of a day stands in the place of its index.
  if jsonb_typeof(_curve) = 'array' then
    _day_index := least(_streak, jsonb_array_length(_curve)) - 1;
    _entry := _curve -> _day_index;
    if _entry -> 'dayIndex' <> to_jsonb(_day_index) then
      select c.item into _entry
      from xp.array_items(_curve) as c
      where xp.bounded_number(c.item -> 'dayIndex', 0, 1000000) <= _streak - 1
      order by xp.bounded_number(c.item -> 'dayIndex', 0, 1000000) desc
      limit 1;
    end if;
  end if;
  _bonus := coalesce(xp.bounded_number(_entry -> 'additiveBonusXp', 0, 1000000000), 0)::bigint;
  if jsonb_typeof(_boosts) = 'array' then
    for _i in 0..least(jsonb_array_length(_boosts), 1000) - 1 loop
      -- Offsets are less than a day: by their dates alone, most boosts need not be read to the second.
      if left(_boosts -> _i ->> 'startUtc', 10) <= xp.day_id(core.utc(evaluate_streak.claimed_at)::date + 1)
        and left(_boosts -> _i ->> 'endUtc', 10) >= xp.day_id(core.utc(evaluate_streak.claimed_at)::date - 1)
      then
        if xp.instant_of(_boosts -> _i ->> 'startUtc') <= evaluate_streak.claimed_at
          and evaluate_streak.claimed_at < xp.instant_of(_boosts -> _i ->> 'endUtc')
        then
          _boost := xp.bounded_number(_boosts -> _i -> 'multiplier', 0, 1000000);
        end if;
      end if;
    end loop;
  end if;
  _factor := trim_scale(
    coalesce(xp.bounded_number(_entry -> 'multiplier', 0, 1000000), 1) * coalesce(_factor, 1) * coalesce(_boost, 1)
  );
  _xp := round(coalesce(xp.bounded_number(evaluate_streak.definition -> 'baseXp', 0, 1000000000), 0) * _factor) + _bonus;
  -- Without a cap of its own, a policy has the highest that it could name: balances are bigint, and add up.
  _xp := least(_xp, coalesce(xp.bounded_number(evaluate_streak.definition -> 'xpCap', 1, 1000000000000), 1000000000000));

  return row(
    _streak, greatest(_longest, _streak), _grace_used, xp.day_id(evaluate_streak.reward_day), _model_state,
    _factor, _bonus, _xp, _grace_applied, _milestones
  )::xp.streak_outcome;
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
