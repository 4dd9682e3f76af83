-- Deploy gamekeeper:xp/claims/xp_claim_calls to pg
-- requires: xp/schema
begin;
set local role gamekeeper;
-- UNLOGGED and without a foreign key, whose lock would write: a claim that finds the day claimed writes
-- no WAL and waits for no disk. A crash empties it, which forgives calls and loses duplicates not yet
-- rolled up; awards are not affected.
create unlogged table xp.xp_claim_calls (
  user_id bigint not null,
  called_at timestamptz not null,
  call_id uuid not null default gen_random_uuid(),
  answered_at timestamptz not null,
  backend integer not null default pg_backend_pid(),
  correlation_id uuid not null,
  is_new boolean not null,
  reward_day_id text not null,
  streak_day integer not null,
  policy_key text not null,
  policy_version integer not null,
  segment_key text,
  primary key (user_id, called_at, call_id)
);
comment on table xp.xp_claim_calls is
  'The claim calls of the last day: the rate limit counts them, a repeated correlation_id finds its receipt in them, and upkeep rolls the duplicates up into xp.xp_claim_counts.';
comment on column xp.xp_claim_calls.user_id is 'The account; no foreign key, see the deploy script.';
comment on column xp.xp_claim_calls.called_at is 'Instant of the call.';
comment on column xp.xp_claim_calls.call_id is 'Tells calls of one instant apart.';
comment on column xp.xp_claim_calls.answered_at is 'Instant of the answer.';
comment on column xp.xp_claim_calls.backend is 'Server process that answered: its next call cannot have been in flight at the same time.';
comment on column xp.xp_claim_calls.correlation_id is 'Idempotency key of the call.';
comment on column xp.xp_claim_calls.is_new is 'Whether the call wrote the award; else it was a duplicate.';
comment on column xp.xp_claim_calls.reward_day_id is 'Day of the award that was answered.';
comment on column xp.xp_claim_calls.streak_day is 'Streak day of that award.';
comment on column xp.xp_claim_calls.policy_key is 'Policy of that award.';
comment on column xp.xp_claim_calls.policy_version is 'Version of that award.';
comment on column xp.xp_claim_calls.segment_key is 'Segment of that award.';
alter table xp.xp_claim_calls enable row level security;
commit;
