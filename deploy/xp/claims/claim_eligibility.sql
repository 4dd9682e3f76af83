-- Deploy gamekeeper:xp/claims/claim_eligibility to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.claim_eligibility as (
  eligible boolean,
  reason text,
  reward_day_id text,
  projected_xp bigint,
  streak_preview integer,
  next_boundary timestamptz,
  days_to_next_milestone integer,
  days_to_season_end integer,
  policy_version integer,
  policy_key text,
  eligible_at timestamptz
);
comment on type xp.claim_eligibility is
  'Answer of xp.eligibility. reason: null when eligible, else ALREADY_CLAIMED, COOLDOWN, CLAIM_WINDOW_CLOSED or '
  'NO_XP; projected_xp: what a claim now would give; streak_preview: the day of the streak that the next possible '
  'claim makes, or the present one where today is claimed and the next claim goes on from it; days_to_next_milestone: claims after that one; days_to_season_end: 0 on the last day, null out of '
  'season; eligible_at: earliest instant of the next award.';
commit;
