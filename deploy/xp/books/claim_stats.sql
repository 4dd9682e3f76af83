-- Deploy gamekeeper:xp/books/claim_stats to pg
-- requires: xp/books/claim_stats_rows
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create view xp.claim_stats with (security_invoker = true) as
select s.policy_key, s.policy_version, s.segment_key, s.claims, s.duplicates, s.xp, s.grace_uses, s.streak_histogram
from xp.claim_stats_rows() as s;
comment on view xp.claim_stats is
  'For operators and monitoring: claims in numbers, a row for each policy version and segment. Empty for everybody else.';
comment on column xp.claim_stats.policy_key is 'Policy of the awards.';
comment on column xp.claim_stats.policy_version is 'Version of the awards.';
comment on column xp.claim_stats.segment_key is 'Segment at the claim; null: none.';
comment on column xp.claim_stats.claims is 'Awards written.';
comment on column xp.claim_stats.duplicates is 'Further claims, each with a correlation id of its own, that found the award written.';
comment on column xp.claim_stats.xp is 'XP awarded.';
comment on column xp.claim_stats.grace_uses is 'Awards at which grace covered missed days.';
comment on column xp.claim_stats.streak_histogram is 'Awards by streak day: {"1": 17, "2": 9, ...}.';
grant select on xp.claim_stats to authenticated, service_role, gamekeeper_monitor;
commit;
