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
  reward_day_id text
);
comment on type xp.claim_receipt is
  'Answer of xp.claim. status NEW: the award was written by this call; ALREADY_CLAIMED: it stood before, and is returned as it was written. next_boundary is the end of the reward day of the call.';
commit;
