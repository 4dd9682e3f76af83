-- Deploy gamekeeper:xp/books/claim_days to pg
-- requires: xp/books/upkeep_claims xp/users/left_users core/callers/is_operator core/callers/session_role core/shards/require_map
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The planner takes accounts that were left behind for many, and there are none nearly always: so they are looked up one by one.
create function xp.claim_days(map_version integer)
returns table (
  policy_key text, policy_version integer, segment_key text, streak_day integer, claims bigint, duplicates bigint, xp numeric,
  grace_uses bigint
)
language plpgsql
stable
set jit = off
as $$
begin
  if (core.is_operator() or pg_has_role(core.session_role(), 'gamekeeper_monitor', 'member')) is not true then
    return;
  end if;
  perform core.require_map(claim_days.map_version);
  return query
    select c.policy_key, c.policy_version, c.segment_key, c.streak_day,
      sum(c.claims)::bigint, sum(c.duplicates)::bigint, sum(c.xp), sum(c.grace_uses)::bigint
    from (
      select r.* from xp.xp_claim_counts as r
      union all
      select t.* from xp.xp_roll_up as m cross join lateral xp.claim_tail(m.rolled_to, 9223372036854775807) as t where m.task = 'xp.claims'
      union all
      select a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day, 0, 1, 0, 0
      from xp.xp_claim_keys as k
      join xp.xp_awards as a on a.user_id = k.user_id and a.reward_day_id = k.reward_day_id
      where not k.is_counted
      union all
      select a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day, -1, 0, -a.xp_awarded, -a.grace_applied::integer
      from xp.left_users() as l
      cross join lateral (select w.* from xp.xp_awards as w where w.user_id = l.user_id offset 0) as a
      union all
      select a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day, 0, -1, 0, 0
      from xp.left_users() as l
      cross join lateral (
        select w.*
        from xp.xp_claim_keys as k
        join xp.xp_awards as w on w.user_id = k.user_id and w.reward_day_id = k.reward_day_id
        where k.user_id = l.user_id
        offset 0
      ) as a
    ) as c
    group by c.policy_key, c.policy_version, c.segment_key, c.streak_day
    having sum(c.claims) <> 0 or sum(c.duplicates) <> 0;
end
$$;
comment on function xp.claim_days(integer) is
  'Claims of this server by policy version, segment and streak day, which add up over all servers: what upkeep has counted and what came '
  'since, without accounts that live elsewhere. None for callers who are neither operator nor service nor monitoring. Raises: RETRY_LATER. [helper]';
revoke all on function xp.claim_days(integer) from public;
commit;
