-- Deploy gamekeeper:xp/books/claim_stats_rows to pg
-- requires: xp/books/claim_days core/shards/shard_map
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.claim_stats_rows()
returns table (
  policy_key text, policy_version integer, segment_key text, claims bigint, duplicates bigint, xp numeric, grace_uses bigint,
  streak_histogram jsonb
)
language sql
stable
security definer
set search_path = pg_temp
as $$
  select d.policy_key, d.policy_version, nullif(d.segment_key, ''), sum(d.claims)::bigint, sum(d.duplicates)::bigint, sum(d.xp),
    sum(d.grace_uses)::bigint, coalesce(jsonb_object_agg(d.streak_day, d.claims) filter (where d.claims > 0), '{}')
  from (
    select c.policy_key, c.policy_version, c.segment_key, c.streak_day,
      sum(c.claims) as claims, sum(c.duplicates) as duplicates, sum(c.xp) as xp, sum(c.grace_uses) as grace_uses
    from xp.claim_days((select max(m.version) from core.shard_map as m)) as c
    group by c.policy_key, c.policy_version, c.segment_key, c.streak_day
  ) as d
  group by d.policy_key, d.policy_version, d.segment_key
$$;
comment on function xp.claim_stats_rows() is
  'The rows of xp.claim_stats: those of xp.claim_days added up, on the router over all servers. None for callers who are neither operator nor service nor monitoring. Raises: RETRY_LATER. [helper]';
revoke all on function xp.claim_stats_rows() from public;
grant execute on function xp.claim_stats_rows() to authenticated, service_role, gamekeeper_monitor;
commit;
