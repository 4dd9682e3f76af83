-- Deploy gamekeeper:xp/policies/compile_policy to pg
-- requires: xp/policies/policy_terms xp/policies/array_items xp/policies/bounded_number xp/days/instant_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Anybody may ask xp.evaluate_streak about any document, valid or not: so it has an answer for each, numbers are drawn into the
-- range of a valid policy, and lists end where those of a valid one do.
create function xp.compile_policy(definition jsonb)
returns xp.policy_terms
language plpgsql
immutable
parallel safe
as $$
declare
  _definition constant jsonb := compile_policy.definition;
  _parameters constant jsonb := _definition #> '{streakModel,parameters}';
  _most_entries constant integer := 1000;
  _terms xp.policy_terms;
begin
  _terms.anchor := _definition #>> '{claimWindow,anchor}';
  if _definition #>> '{claimWindow,startLocalTime}' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' then
    _terms.starts_at := (_definition #>> '{claimWindow,startLocalTime}')::time;
  end if;
  _terms.open_for := make_interval(
    hours => nullif(xp.bounded_number(_definition #> '{claimWindow,durationHours}', 1, 24)::integer, 24)
  );
  _terms.cooldown := make_interval(
    secs => coalesce(xp.bounded_number(_definition -> 'minCooldownHours', 0, 8760), 0)::double precision * 3600
  );
  _terms.audience := nullif(_definition -> 'audience', '"everybody"');
  _terms.streak_key := _definition ->> 'streakKey';
  _terms.season_kind := coalesce(_definition ->> 'seasonKind', 'main');

  _terms.base_xp := coalesce(xp.bounded_number(_definition -> 'baseXp', 0, 1000000000), 0);
  _terms.xp_cap := coalesce(xp.bounded_number(_definition -> 'xpCap', 1, 1000000000000), 1000000000000);
  select
    array_agg(c.day_index order by c.day_index, c.index),
    array_agg(coalesce(xp.bounded_number(c.item -> 'multiplier', 0, 1000000), 1) order by c.day_index, c.index),
    array_agg(coalesce(xp.bounded_number(c.item -> 'additiveBonusXp', 0, 1000000000), 0)::bigint order by c.day_index, c.index)
  into _terms.curve_from, _terms.curve_multipliers, _terms.curve_bonuses
  from (
    select i.index, i.item, coalesce(ceil(xp.bounded_number(i.item -> 'dayIndex', 0, 1000000))::integer, i.index) as day_index
    from xp.array_items(_definition -> 'streakCurve') as i
    limit _most_entries
  ) as c;

  _terms.allowed_misses := xp.bounded_number(_definition #> '{grace,allowedMisses}', 0, 1000000);
  _terms.window_days := xp.bounded_number(_definition #> '{grace,windowDays}', 0, 1000000);
  _terms.refill_days := xp.bounded_number(_definition #> '{grace,refillEveryDays}', 1, 1000000);
  _terms.takes_freezes := _definition -> 'freezes' is not null;
  _terms.max_held := xp.bounded_number(_definition #> '{freezes,maxHeld}', 0, 1000);
  _terms.max_per_gap := xp.bounded_number(_definition #> '{freezes,maxPerGap}', 0, 1000);
  _terms.is_forgiving := _terms.takes_freezes or _terms.refill_days is not null;

  _terms.model := _definition #>> '{streakModel,type}';
  if _terms.model = 'PlateauCap' then
    _terms.plateau_day := xp.bounded_number(_parameters -> 'plateauDay', 1, 1000000)::integer;
    _terms.plateau_multiplier := xp.bounded_number(_parameters -> 'plateauMultiplier', 0, 1000000);
  elsif _terms.model = 'DecayCurve' then
    _terms.decay_share := coalesce(xp.bounded_number(_parameters -> 'decayPercent', 0, 1), 0);
  elsif _terms.model = 'TieredSeasonalReset' then
    _terms.tiers := _parameters -> 'tiers';
  elsif _terms.model = 'MilestoneMetaReward' then
    _terms.milestones := _parameters -> 'milestones';
  end if;

  select min(b.starts_at), max(b.ends_at), array_agg(b.starts_at order by b.index), array_agg(b.ends_at order by b.index),
    array_agg(b.multiplier order by b.index)
  into _terms.boosts_start, _terms.boosts_end, _terms.boost_starts, _terms.boost_ends, _terms.boost_multipliers
  from (
    select i.index, xp.instant_of(i.item ->> 'startUtc') as starts_at, xp.instant_of(i.item ->> 'endUtc') as ends_at,
      xp.bounded_number(i.item -> 'multiplier', 0, 1000000) as multiplier
    from xp.array_items(_definition -> 'seasonalBoosts') as i
    limit _most_entries
  ) as b;
  return _terms;
end
$$;
comment on function xp.compile_policy(jsonb) is
  'What a policy document says, valid or not, as xp.policy_terms. The policies of xp.xp_rules keep it beside the document. [helper]';
revoke all on function xp.compile_policy(jsonb) from public;
commit;
