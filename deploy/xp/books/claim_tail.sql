-- Deploy gamekeeper:xp/books/claim_tail to pg
-- requires: xp/claims/xp_awards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.claim_tail(above bigint, up_to bigint)
returns table (
  policy_key text, policy_version integer, segment_key text, streak_day integer, claims bigint, duplicates bigint, xp numeric,
  grace_uses bigint
)
language sql
stable
parallel safe
set search_path = pg_temp
as $$
  select
    a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day,
    count(*), 0::bigint, sum(a.xp_awarded), count(*) filter (where a.grace_applied)
  from xp.xp_awards as a
  where a.award_id > claim_tail.above and a.award_id <= claim_tail.up_to
  group by a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day
$$;
comment on function xp.claim_tail(bigint, bigint) is 'The awards with ids above and up to the given ones, counted. [helper]';
revoke all on function xp.claim_tail(bigint, bigint) from public;
commit;
