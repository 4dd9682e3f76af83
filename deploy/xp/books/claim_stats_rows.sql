-- Deploy gamekeeper:xp/books/claim_stats_rows to pg
-- requires: xp/books/upkeep_claims core/callers/is_operator core/callers/session_role
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
  with days as (
    select c.policy_key, c.policy_version, c.segment_key, c.streak_day,
      sum(c.claims)::bigint as claims, sum(c.duplicates)::bigint as duplicates, sum(c.xp) as xp, sum(c.grace_uses)::bigint as grace_uses
    from (
      select r.* from xp.xp_claim_counts as r
      union all
      select t.* from xp.xp_roll_up as m cross join lateral xp.claim_tail(m.rolled_to, 9223372036854775807) as t where m.task = 'xp.claims'
      union all
      select a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day, 0, count(*), 0, 0
      from xp.xp_claim_keys as k
      join xp.xp_awards as a on a.user_id = k.user_id and a.reward_day_id = k.reward_day_id
      where not k.is_counted
      group by a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day
    ) as c
    where core.is_operator() or pg_has_role(core.session_role(), 'gamekeeper_monitor', 'member')
    group by c.policy_key, c.policy_version, c.segment_key, c.streak_day
  )
  select d.policy_key, d.policy_version, nullif(d.segment_key, ''), sum(d.claims)::bigint, sum(d.duplicates)::bigint, sum(d.xp),
    sum(d.grace_uses)::bigint, coalesce(jsonb_object_agg(d.streak_day, d.claims) filter (where d.claims > 0), '{}')
  from days as d
  group by d.policy_key, d.policy_version, d.segment_key
$$;
comment on function xp.claim_stats_rows() is
  'The rows of xp.claim_stats: what upkeep has counted and what came since. None for callers who are neither operator nor service nor monitoring. [helper]';
revoke all on function xp.claim_stats_rows() from public;
grant execute on function xp.claim_stats_rows() to authenticated, service_role, gamekeeper_monitor;
commit;
