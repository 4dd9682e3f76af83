-- Deploy gamekeeper:xp/claims/claim_receipt to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.claim_receipt as (
  status text,
  receipt_id uuid,
  xp bigint,
  streak_day integer,
  longest_streak integer,
  grace_used integer,
  milestone_hits jsonb,
  next_boundary timestamptz,
  policy_version integer,
  policy_key text,
  reward_day_id text,
  level_reached integer
);
comment on type xp.claim_receipt is 'Answer of xp.claim.';
comment on column xp.claim_receipt.status is
  'NEW: the award was written by this call; ALREADY_CLAIMED: it stood before, and is returned as it was written.';
comment on column xp.claim_receipt.receipt_id is 'What the user can show for it.';
comment on column xp.claim_receipt.xp is 'XP of the award.';
comment on column xp.claim_receipt.streak_day is 'Day of the streak that the award made, from 1.';
comment on column xp.claim_receipt.longest_streak is 'Longest streak after the award, in days.';
comment on column xp.claim_receipt.grace_used is 'Missed days that grace has covered since the streak began.';
comment on column xp.claim_receipt.milestone_hits is 'Milestones reached by the award, as the policy names them.';
comment on column xp.claim_receipt.next_boundary is 'End of the reward day of the call.';
comment on column xp.claim_receipt.policy_version is 'Version in force, the override''s where the user''s segment has one.';
comment on column xp.claim_receipt.policy_key is 'Policy of the award.';
comment on column xp.claim_receipt.reward_day_id is 'Reward day of the award, YYYY-MM-DD.';
comment on column xp.claim_receipt.level_reached is 'Highest level that the award reached for the first time; null: none.';
commit;
