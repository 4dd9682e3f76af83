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
  'NO_XP; projected_xp and streak_preview: what a claim now would give (0 XP and the present streak when it gives '
  'nothing); days_to_next_milestone: claims after that one; days_to_season_end: 0 on the last day, null out of '
  'season; eligible_at: earliest instant of the next award.';
commit;
