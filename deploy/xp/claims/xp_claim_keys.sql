-- Deploy gamekeeper:xp/claims/xp_claim_keys to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- No foreign key: a user with a row here has an award, which is never deleted, and its lock would be one more write.
create table xp.xp_claim_keys (
  user_id bigint not null,
  correlation_id uuid not null,
  policy_key text not null,
  reward_day_id text collate "C" not null,
  called_at timestamptz not null,
  is_counted boolean not null default false,
  primary key (user_id, correlation_id)
);
comment on table xp.xp_claim_keys is
  'The correlation ids of claims that found their award written, kept for good, so that each of them answers with '
  'that award for ever (docs/xp.md, "Repeated claims"). The key of the claim that wrote the award stands in '
  'xp.xp_ledger.';
comment on column xp.xp_claim_keys.user_id is 'The account.';
comment on column xp.xp_claim_keys.correlation_id is 'Idempotency key of the call.';
comment on column xp.xp_claim_keys.policy_key is 'Policy that the call asked for. [none]';
comment on column xp.xp_claim_keys.reward_day_id is 'Reward day of the award that it was answered with. [none]';
comment on column xp.xp_claim_keys.called_at is 'Instant of the call.';
comment on column xp.xp_claim_keys.is_counted is 'Whether upkeep has counted the call among the duplicates of xp.xp_claim_counts.';
create index xp_claim_keys_uncounted_idx on xp.xp_claim_keys (user_id) where not is_counted;
alter table xp.xp_claim_keys enable row level security;
commit;
