-- Deploy gamekeeper:xp/streaks/next_streak to pg
-- requires: xp/streaks/streak_state xp/seasons/season_bounds xp/streaks/streak_outcome xp/days/day_of xp/days/day_id xp/days/instant_of xp/policies/array_items xp/policies/bounded_number core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Pure and total: it reads no table, no setting and no clock, and has an answer for every prior state. Anybody may
-- ask it about any document, valid or not, so numbers are drawn into the range of a valid policy, and its lists end
-- where those of a valid one do. Each expression has to be set up once in a
-- transaction, so what few policies use is read where it is used (docs/benchmarks, "Where the time goes").
create function xp.next_streak(
  definition jsonb, prior xp.streak_state, reward_day date, claimed_at timestamptz, season xp.season_bounds, excused_days date[]
)
returns xp.streak_outcome
language plpgsql
immutable
parallel safe
as $$
declare
  _model constant text := next_streak.definition #>> '{streakModel,type}';
  _last constant date := xp.day_of(next_streak.prior.last_reward_day_id);
  _missed integer := next_streak.reward_day - _last - 1;
  _streak integer := coalesce(next_streak.prior.current_streak, 0);
  _grace_used integer := coalesce(next_streak.prior.grace_used, 0);
  _model_state jsonb := coalesce(next_streak.prior.model_state, '{}');
  _is_new boolean;
  _grace_applied boolean;
  _refill_days numeric;
  _refilled_on date;
  _held integer;
  _frozen integer;
  _share numeric;
  _loss integer;
  _days integer;
  _claimed jsonb;
  _reached jsonb;
  _milestones jsonb;
  _curve jsonb;
  _boosts jsonb;
  _day_index integer;
  _entry jsonb;
  _bonus bigint;
  _factor numeric;
  _boost numeric;
begin
  if _missed < 0 then
    return row(
      _streak, coalesce(next_streak.prior.longest_streak, 0), _grace_used, next_streak.prior.last_reward_day_id, _model_state,
      0, 0, 0, false, '[]'::jsonb
    )::xp.streak_outcome;
  elsif _missed > 0 and cardinality(next_streak.excused_days) > 0 then
    _missed := _missed - (
      select count(distinct d)
      from unnest(next_streak.excused_days) as d
      where d > _last and d < next_streak.reward_day
    )::integer;
  end if;

  -- Grace is full again, and what is held beyond the policy's number is gone, before the gap is judged. Freezes are taken
  -- first, so that a gap they cover is none; a streak that ends all the same keeps them.
  if next_streak.definition #> '{grace,refillEveryDays}' is not null or next_streak.definition -> 'freezes' is not null then
    _refill_days := xp.bounded_number(next_streak.definition #> '{grace,refillEveryDays}', 1, 1000000);
    if _refill_days is not null then
      _refilled_on := xp.day_of(_model_state ->> 'lastRefill');
      if _refilled_on is null then
        _refilled_on := next_streak.reward_day;
      elsif next_streak.reward_day - _refilled_on >= _refill_days then
        _grace_used := 0;
        _refilled_on := next_streak.reward_day;
      end if;
    end if;
    if next_streak.definition -> 'freezes' is not null and _model_state ? 'freezes' then
      _held := coalesce(least(
        xp.bounded_number(_model_state -> 'freezes', 0, 1000),
        xp.bounded_number(next_streak.definition #> '{freezes,maxHeld}', 0, 1000)
      ), 0)::integer;
      _frozen := coalesce(least(
        _held, xp.bounded_number(next_streak.definition #> '{freezes,maxPerGap}', 0, 1000), greatest(_missed, 0)
      ), 0)::integer;
      _missed := _missed - _frozen;
    end if;
  end if;

  -- The day of the streak.
  if _last is null or _model = 'TieredSeasonalReset' and (
    (_last <= next_streak.season.ends_on and next_streak.reward_day > next_streak.season.ends_on)
    or (_last < next_streak.season.starts_on and next_streak.reward_day >= next_streak.season.starts_on)
  ) then
    _is_new := true;
  elsif _missed = 0 then
    _streak := least(_streak, 2147483646) + 1;
  elsif _grace_used::bigint + _missed <= xp.bounded_number(next_streak.definition #> '{grace,allowedMisses}', 0, 1000000)
    and _missed <= xp.bounded_number(next_streak.definition #> '{grace,windowDays}', 0, 1000000)
  then
    _streak := least(_streak, 2147483646) + 1;
    _grace_used := _grace_used + _missed;
    _grace_applied := true;
  elsif _model = 'DecayCurve' then
    -- Each missed day takes the share, rounded up, of what the day before it left. That is the same number of days many
    -- times in a row: those are taken in one step. A calendar has no longer streak than 9999 years.
    _share := coalesce(xp.bounded_number(next_streak.definition #> '{streakModel,parameters,decayPercent}', 0, 1), 0);
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
  end if;
  if _refill_days is not null then
    _model_state := _model_state || jsonb_build_object(
      'lastRefill', xp.day_id(case when _is_new then next_streak.reward_day else _refilled_on end)
    );
  end if;
  if _held is not null then
    _model_state := _model_state || jsonb_build_object('freezes', case when _is_new then _held else _held - _frozen end);
  end if;

  -- The model.
  if _model = 'PlateauCap' then
    if _streak >= xp.bounded_number(next_streak.definition #> '{streakModel,parameters,plateauDay}', 1, 1000000)::integer then
      _streak := xp.bounded_number(next_streak.definition #> '{streakModel,parameters,plateauDay}', 1, 1000000)::integer;
      _factor := xp.bounded_number(next_streak.definition #> '{streakModel,parameters,plateauMultiplier}', 0, 1000000);
    end if;
  elsif _model = 'WeeklyCycleReset' then
    _streak := (_streak - 1) % 7 + 1;
  elsif _model = 'TieredSeasonalReset' then
    select xp.bounded_number(t.item -> 'bonusMultiplier', 0, 1000000)
    into _factor
    from xp.array_items(next_streak.definition #> '{streakModel,parameters,tiers}') as t
    where _streak between xp.bounded_number(t.item -> 'startDay', 1, 1000000) and xp.bounded_number(t.item -> 'endDay', 1, 1000000)
    limit 1;
  elsif _model = 'MilestoneMetaReward' then
    -- A repair may have let a milestone be reached that nobody was told of.
    _claimed := coalesce(_model_state -> 'claimedMilestones', '[]');
    _reached := coalesce(_model_state -> 'reachedMilestones', '[]') || to_jsonb(_streak);
    if not _claimed @> _reached then
      select coalesce(jsonb_agg(m.item), '[]'), _claimed || coalesce(jsonb_agg(m.item -> 'day'), '[]')
      into _milestones, _claimed
      from xp.array_items(next_streak.definition #> '{streakModel,parameters,milestones}') as m
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
  _curve := next_streak.definition -> 'streakCurve';
  _day_index := case jsonb_typeof(_curve) when 'array' then least(_streak, jsonb_array_length(_curve)) - 1 end;
  _entry := _curve -> _day_index;
  if _entry -> 'dayIndex' <> to_jsonb(_day_index) then
    select c.item into _entry
    from xp.array_items(_curve) as c
    where xp.bounded_number(c.item -> 'dayIndex', 0, 1000000) <= _streak - 1
    order by xp.bounded_number(c.item -> 'dayIndex', 0, 1000000) desc
    limit 1;
  end if;
  _bonus := coalesce(xp.bounded_number(_entry -> 'additiveBonusXp', 0, 1000000000), 0)::bigint;
  _boosts := next_streak.definition -> 'seasonalBoosts';
  if jsonb_typeof(_boosts) = 'array' then
    for _i in 0..least(jsonb_array_length(_boosts), 1000) - 1 loop
      -- Offsets are less than a day: by their dates alone, most boosts need not be read to the second.
      if left(_boosts -> _i ->> 'startUtc', 10)
        <= to_char(least(core.utc(next_streak.claimed_at), timestamp '9999-12-30') + interval '1 day', 'YYYY-MM-DD')
      then
        if left(_boosts -> _i ->> 'endUtc', 10)
          >= to_char(greatest(core.utc(next_streak.claimed_at), timestamp '0001-01-02') - interval '1 day', 'YYYY-MM-DD')
        then
          if xp.instant_of(_boosts -> _i ->> 'startUtc') <= next_streak.claimed_at
            and next_streak.claimed_at < xp.instant_of(_boosts -> _i ->> 'endUtc')
          then
            _boost := xp.bounded_number(_boosts -> _i -> 'multiplier', 0, 1000000);
          end if;
        end if;
      end if;
    end loop;
  end if;
  _factor := trim_scale(
    coalesce(xp.bounded_number(_entry -> 'multiplier', 0, 1000000), 1) * coalesce(_factor, 1.0) * coalesce(_boost, 1.0)
  );
  -- Without a cap of its own, a policy has the highest that it could name: balances are bigint, and add up.
  return row(
    _streak, greatest(coalesce(next_streak.prior.longest_streak, 0), _streak), _grace_used, xp.day_id(next_streak.reward_day),
    _model_state, _factor, _bonus,
    least(
      round(coalesce(xp.bounded_number(next_streak.definition -> 'baseXp', 0, 1000000000), 0) * _factor) + _bonus,
      coalesce(xp.bounded_number(next_streak.definition -> 'xpCap', 1, 1000000000000), 1000000000000)
    ),
    coalesce(_grace_applied, false), coalesce(_milestones, '[]')
  )::xp.streak_outcome;
end
$$;
comment on function xp.next_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) is
  'The rule of xp.evaluate_streak, for a finite reward_day. docs/xp.md, "Streak evaluation". [helper]';
revoke all on function xp.next_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) from public;
commit;
