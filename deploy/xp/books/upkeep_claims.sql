-- Deploy gamekeeper:xp/books/upkeep_claims to pg
-- requires: xp/books/xp_claim_counts xp/boards/settled_span xp/books/claim_tail xp/claims/xp_awards xp/claims/xp_claim_keys core/upkeep/upkeep_tasks core/upkeep/batch_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.upkeep_claims()
returns bigint
language plpgsql
volatile
as $$
declare
  _batch constant bigint := core.batch_of('xp.claims');
  _span record;
  _keys bigint;
begin
  select s.* into _span from xp.settled_span('xp.claims', 'xp.xp_awards_award_id_seq', _batch) as s;
  if _span.up_to > _span.above then
    insert into xp.xp_claim_counts as c
    select t.* from xp.claim_tail(_span.above, _span.up_to) as t
    on conflict on constraint xp_claim_counts_pkey do update
    set claims = c.claims + excluded.claims, xp = c.xp + excluded.xp, grace_uses = c.grace_uses + excluded.grace_uses;
  end if;

  with counted as (
    update xp.xp_claim_keys as k
    set is_counted = true
    where (k.user_id, k.correlation_id) in (
      select u.user_id, u.correlation_id from xp.xp_claim_keys as u where not u.is_counted order by u.user_id limit _batch for no key update
    )
    returning k.user_id, k.reward_day_id
  ), duplicates as (
    insert into xp.xp_claim_counts as c
    select a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day, 0, count(*), 0, 0
    from counted as k
    join xp.xp_awards as a on a.user_id = k.user_id and a.reward_day_id = k.reward_day_id
    group by a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day
    on conflict on constraint xp_claim_counts_pkey do update set duplicates = c.duplicates + excluded.duplicates
  )
  select count(*) into _keys from counted;
  return greatest(_span.up_to - _span.above, _keys);
end
$$;
comment on function xp.upkeep_claims() is
  'Upkeep: counts settled awards and duplicate claims into xp.xp_claim_counts, each once. Returns how many award numbers it settled, or how many duplicates it counted, if those were more. [helper]';
revoke all on function xp.upkeep_claims() from public;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('xp.claims', 'xp.upkeep_claims()', 'Counts awards and duplicate claims for xp.claim_stats.', 50000);
commit;
