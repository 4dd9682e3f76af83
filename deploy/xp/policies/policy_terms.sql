-- Deploy gamekeeper:xp/policies/policy_terms to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.policy_terms as (
  anchor text,
  starts_at time,
  open_for interval,
  cooldown interval,
  audience jsonb,
  streak_key text,
  season_kind text,
  base_xp numeric,
  xp_cap numeric,
  curve_from integer[],
  curve_multipliers numeric[],
  curve_bonuses bigint[],
  allowed_misses numeric,
  window_days numeric,
  refill_days numeric,
  takes_freezes boolean,
  max_held numeric,
  max_per_gap numeric,
  is_forgiving boolean,
  model text,
  plateau_day integer,
  plateau_multiplier numeric,
  decay_share numeric,
  tiers jsonb,
  milestones jsonb,
  boosts_start timestamptz,
  boosts_end timestamptz,
  boost_starts timestamptz[],
  boost_ends timestamptz[],
  boost_multipliers numeric[]
);
comment on type xp.policy_terms is
  'A policy document as a claim reads it: its values by type, drawn into the ranges of docs/xp.md, "Writing a policy"; null where the '
  'document has none. xp.compile_policy makes it.';
comment on column xp.policy_terms.anchor is 'claimWindow.anchor.';
comment on column xp.policy_terms.starts_at is 'claimWindow.startLocalTime.';
comment on column xp.policy_terms.open_for is 'claimWindow.durationHours; null: the whole day.';
comment on column xp.policy_terms.cooldown is 'minCooldownHours; without it none.';
comment on column xp.policy_terms.audience is 'audience; null: everybody.';
comment on column xp.policy_terms.streak_key is 'streakKey.';
comment on column xp.policy_terms.season_kind is 'seasonKind; without it main.';
comment on column xp.policy_terms.base_xp is 'baseXp.';
comment on column xp.policy_terms.xp_cap is 'xpCap; without it the highest that there can be.';
comment on column xp.policy_terms.curve_from is 'dayIndex of each entry of streakCurve, ascending. An entry counts up to the next one, the last one for ever.';
comment on column xp.policy_terms.curve_multipliers is 'multiplier of each.';
comment on column xp.policy_terms.curve_bonuses is 'additiveBonusXp of each.';
comment on column xp.policy_terms.allowed_misses is 'grace.allowedMisses.';
comment on column xp.policy_terms.window_days is 'grace.windowDays.';
comment on column xp.policy_terms.refill_days is 'grace.refillEveryDays.';
comment on column xp.policy_terms.takes_freezes is 'Whether there is a freezes.';
comment on column xp.policy_terms.max_held is 'freezes.maxHeld.';
comment on column xp.policy_terms.max_per_gap is 'freezes.maxPerGap.';
comment on column xp.policy_terms.is_forgiving is 'Whether grace is refilled or freezes are taken: what few policies do stands behind it.';
comment on column xp.policy_terms.model is 'streakModel.type; the parameters of the others are null.';
comment on column xp.policy_terms.plateau_day is 'plateauDay of PlateauCap.';
comment on column xp.policy_terms.plateau_multiplier is 'plateauMultiplier of PlateauCap.';
comment on column xp.policy_terms.decay_share is 'decayPercent of DecayCurve.';
comment on column xp.policy_terms.tiers is 'tiers of TieredSeasonalReset.';
comment on column xp.policy_terms.milestones is 'milestones of MilestoneMetaReward.';
comment on column xp.policy_terms.boosts_start is 'The earliest of boost_starts; before it nothing is boosted.';
comment on column xp.policy_terms.boosts_end is 'The latest of boost_ends.';
comment on column xp.policy_terms.boost_starts is 'startUtc of each entry of seasonalBoosts.';
comment on column xp.policy_terms.boost_ends is 'endUtc of each.';
comment on column xp.policy_terms.boost_multipliers is 'multiplier of each.';
commit;
