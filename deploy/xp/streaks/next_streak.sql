-- Deploy gamekeeper:xp/streaks/next_streak to pg
-- requires: xp/streaks/streak_state xp/seasons/season_bounds xp/streaks/streak_outcome xp/days/day_of xp/days/day_id xp/policies/policy_terms xp/policies/array_items xp/policies/bounded_number
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Pure and total: it reads no table, no setting and no clock, and has an answer for every prior state. Each expression has to be
-- set up once in a transaction, so what few policies use stands behind an IF, and what stays as it was is null until the end
-- (docs/benchmarks, "Where the time goes").
create function xp.next_streak(
  terms xp.policy_terms, prior xp.streak_state, reward_day date, claimed_at timestamptz, season xp.season_bounds, excused_days date[]
)
returns xp.streak_outcome
language plpgsql
immutable
parallel safe
as $$
declare
  _last constant date := xp.day_of(next_streak.prior.last_reward_day_id);
  _missed integer := next_streak.reward_day - _last - 1;
  _streak integer;
  _grace_used integer;
  _model_state jsonb;
  _is_new boolean;
  _grace_applied boolean;
  _refilled_on date;
  _held integer;
  _frozen integer;
  _loss integer;
  _days integer;
  _claimed jsonb;
  _reached jsonb;
  _milestones jsonb;
  _entry integer;
  _factor numeric;
  _boost numeric;
begin
  if _missed <> 0 then
    if _missed < 0 then
      return row(
        coalesce(next_streak.prior.current_streak, 0), coalesce(next_streak.prior.longest_streak, 0),
        coalesce(next_streak.prior.grace_used, 0), next_streak.prior.last_reward_day_id, coalesce(next_streak.prior.model_state, '{}'),
        0, 0, 0, false, '[]'::jsonb
      )::xp.streak_outcome;
    elsif cardinality(next_streak.excused_days) > 0 then
      _missed := _missed - (
        select count(distinct d)
        from unnest(next_streak.excused_days) as d
        where d > _last and d < next_streak.reward_day
      )::integer;
    end if;
  end if;

  -- Grace is full again, and what is held beyond the policy's number is gone, before the gap is judged. Freezes are taken
  -- first, so that a gap they cover is none; a streak that ends all the same keeps them.
  if next_streak.terms.is_forgiving then
    _model_state := coalesce(next_streak.prior.model_state, '{}');
    if next_streak.terms.refill_days is not null then
      _refilled_on := xp.day_of(_model_state ->> 'lastRefill');
      if _refilled_on is null then
        _refilled_on := next_streak.reward_day;
      elsif next_streak.reward_day - _refilled_on >= next_streak.terms.refill_days then
        _grace_used := 0;
        _refilled_on := next_streak.reward_day;
      end if;
    end if;
    if next_streak.terms.takes_freezes and _model_state ? 'freezes' then
      _held := coalesce(least(
        xp.bounded_number(_model_state -> 'freezes', 0, 1000), next_streak.terms.max_held
      ), 0)::integer;
      _frozen := coalesce(least(_held, next_streak.terms.max_per_gap, greatest(_missed, 0)), 0)::integer;
      _missed := _missed - _frozen;
    end if;
  end if;

  -- The day of the streak.
  if _last is null or next_streak.terms.model = 'TieredSeasonalReset' and (
    (_last <= next_streak.season.ends_on and next_streak.reward_day > next_streak.season.ends_on)
    or (_last < next_streak.season.starts_on and next_streak.reward_day >= next_streak.season.starts_on)
  ) then
    _is_new := true;
  elsif _missed = 0 then
    _streak := least(coalesce(next_streak.prior.current_streak, 0), 2147483646) + 1;
  else
    _grace_used := coalesce(_grace_used, next_streak.prior.grace_used, 0);
    if _grace_used::bigint + _missed <= next_streak.terms.allowed_misses and _missed <= next_streak.terms.window_days then
      _streak := least(coalesce(next_streak.prior.current_streak, 0), 2147483646) + 1;
      _grace_used := _grace_used + _missed;
      _grace_applied := true;
    elsif next_streak.terms.model = 'DecayCurve' then
      -- Each missed day takes the share, rounded up, of what the day before it left. That is the same number of days many
      -- times in a row: those are taken in one step. A calendar has no longer streak than 9999 years.
      _streak := least(coalesce(next_streak.prior.current_streak, 0), 3652059);
      while _missed > 0 and next_streak.terms.decay_share > 0 and _streak > 1 loop
        _loss := ceil(_streak * next_streak.terms.decay_share)::integer;
        _days := least(_missed, greatest(1, ceil((_streak - (_loss - 1) / next_streak.terms.decay_share) / _loss)))::integer;
        _streak := _streak - _days * _loss;
        _missed := _missed - _days;
      end loop;
      _streak := greatest(_streak, 1);
    else
      _is_new := true;
    end if;
  end if;
  if next_streak.terms.is_forgiving then
    if next_streak.terms.refill_days is not null then
      _model_state := _model_state || jsonb_build_object(
        'lastRefill', xp.day_id(case when _is_new then next_streak.reward_day else _refilled_on end)
      );
    end if;
    if _held is not null then
      _model_state := _model_state || jsonb_build_object('freezes', case when _is_new then _held else _held - _frozen end);
    end if;
  end if;

  -- The model. Only PlateauCap has a plateau.
  _streak := least(coalesce(_streak, 1), next_streak.terms.plateau_day);
  if next_streak.terms.model <> 'PlateauCap' then
    if next_streak.terms.model = 'WeeklyCycleReset' then
      _streak := (_streak - 1) % 7 + 1;
    elsif next_streak.terms.model = 'TieredSeasonalReset' then
      select xp.bounded_number(t.item -> 'bonusMultiplier', 0, 1000000)
      into _factor
      from xp.array_items(next_streak.terms.tiers) as t
      where _streak between xp.bounded_number(t.item -> 'startDay', 1, 1000000) and xp.bounded_number(t.item -> 'endDay', 1, 1000000)
      limit 1;
    elsif next_streak.terms.model = 'MilestoneMetaReward' then
      -- A repair may have let a milestone be reached that nobody was told of.
      _model_state := coalesce(_model_state, next_streak.prior.model_state, '{}');
      _claimed := coalesce(_model_state -> 'claimedMilestones', '[]');
      _reached := coalesce(_model_state -> 'reachedMilestones', '[]') || to_jsonb(_streak);
      if not _claimed @> _reached then
        select coalesce(jsonb_agg(m.item), '[]'), _claimed || coalesce(jsonb_agg(m.item -> 'day'), '[]')
        into _milestones, _claimed
        from xp.array_items(next_streak.terms.milestones) as m
        where _reached @> (m.item -> 'day') and not _claimed @> (m.item -> 'day');
        if _milestones <> '[]' then
          _model_state := _model_state || jsonb_build_object('claimedMilestones', _claimed);
        end if;
      end if;
      if jsonb_typeof(_model_state) = 'object' then
        _model_state := _model_state - 'reachedMilestones';
      end if;
    end if;
  end if;

  -- The award.
  if next_streak.claimed_at >= next_streak.terms.boosts_start and next_streak.claimed_at < next_streak.terms.boosts_end then
    select b.multiplier
    into _boost
    from unnest(next_streak.terms.boost_starts, next_streak.terms.boost_ends, next_streak.terms.boost_multipliers)
      with ordinality as b (starts_at, ends_at, multiplier, n)
    where b.starts_at <= next_streak.claimed_at and next_streak.claimed_at < b.ends_at
    order by b.n desc
    limit 1;
  end if;
  _entry := width_bucket(_streak - 1, next_streak.terms.curve_from);
  _factor := trim_scale(
    coalesce(next_streak.terms.curve_multipliers[_entry], 1)
    * coalesce(case when _streak = next_streak.terms.plateau_day then next_streak.terms.plateau_multiplier end, _factor, 1.0)
    * coalesce(_boost, 1.0)
  );
  return row(
    _streak, greatest(coalesce(next_streak.prior.longest_streak, 0), _streak),
    case when _is_new then 0 else coalesce(_grace_used, next_streak.prior.grace_used, 0) end,
    xp.day_id(next_streak.reward_day), coalesce(_model_state, next_streak.prior.model_state, '{}'),
    _factor, coalesce(next_streak.terms.curve_bonuses[_entry], 0),
    least(
      round(next_streak.terms.base_xp * _factor) + coalesce(next_streak.terms.curve_bonuses[_entry], 0), next_streak.terms.xp_cap
    ),
    _grace_applied is not null, coalesce(_milestones, '[]')
  )::xp.streak_outcome;
end
$$;
comment on function xp.next_streak(xp.policy_terms, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) is
  'The rule of xp.evaluate_streak, for a finite reward_day. docs/xp.md, "Streak evaluation". [helper]';
revoke all on function xp.next_streak(xp.policy_terms, xp.streak_state, date, timestamptz, xp.season_bounds, date[]) from public;
commit;
