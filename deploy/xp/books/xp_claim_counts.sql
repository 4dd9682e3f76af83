-- Deploy gamekeeper:xp/books/xp_claim_counts to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_claim_counts (
  policy_key text not null,
  policy_version integer not null,
  segment_key text not null,
  streak_day integer not null,
  claims bigint not null,
  duplicates bigint not null,
  xp numeric not null,
  grace_uses bigint not null,
  primary key (policy_key, policy_version, segment_key, streak_day)
);
comment on table xp.xp_claim_counts is
  'Claims counted by policy version, segment and streak day, up to the mark in xp.xp_roll_up; xp.claim_stats adds what came after it.';
comment on column xp.xp_claim_counts.policy_key is 'Policy of the awards. [none]';
comment on column xp.xp_claim_counts.policy_version is 'Version of the awards.';
comment on column xp.xp_claim_counts.streak_day is 'Streak day of the awards.';
comment on column xp.xp_claim_counts.segment_key is 'Empty for users without a segment. [opaque]';
comment on column xp.xp_claim_counts.claims is 'Awards written.';
comment on column xp.xp_claim_counts.duplicates is 'Further claims, each with a correlation id of its own, that found the award written.';
comment on column xp.xp_claim_counts.xp is 'XP awarded.';
comment on column xp.xp_claim_counts.grace_uses is 'Awards at which grace covered missed days.';
alter table xp.xp_claim_counts enable row level security;
commit;
