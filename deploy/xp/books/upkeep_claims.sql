-- Deploy gamekeeper:xp/books/upkeep_claims to pg
-- requires: xp/books/xp_claim_counts xp/books/xp_roll_up xp/books/claim_tail xp/claims/xp_claim_keys core/upkeep/upkeep_tasks core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Awards up to seen_to are counted when every transaction that drew one of those ids has ended: when the
-- oldest one still running began after seen_to was read. So each award is counted exactly once, however
-- late its transaction commits.
create function xp.upkeep_claims()
returns bigint
language plpgsql
volatile
as $$
declare
  _state xp.xp_roll_up;
  _seen_to bigint;
  _counted bigint;
begin
  select r.* into strict _state from xp.xp_roll_up as r for update;
  _counted := _state.seen_to - _state.rolled_to;
  if _counted > 0 and pg_snapshot_xmin(pg_current_snapshot()) >= _state.seen_before then
    insert into xp.xp_claim_counts as c
    select t.* from xp.claim_tail(_state.rolled_to, _state.seen_to) as t
    on conflict on constraint xp_claim_counts_pkey do update
    set claims = c.claims + excluded.claims, xp = c.xp + excluded.xp, grace_uses = c.grace_uses + excluded.grace_uses;
    update xp.xp_roll_up set rolled_to = _state.seen_to;
  else
    _counted := 0::bigint;
  end if;

  -- The snapshot has to be younger than the number, so it is taken by the next statement.
  if current_setting('transaction_isolation') = 'read committed' then
    select case when s.is_called then s.last_value else 0 end into _seen_to from xp.xp_awards_award_id_seq as s;
    update xp.xp_roll_up set seen_to = _seen_to, seen_before = pg_snapshot_xmax(pg_current_snapshot()), rolled_at = core.now_utc();
  end if;

  with counted as (
    update xp.xp_claim_keys as k set is_counted = true where not k.is_counted returning k.user_id, k.reward_day_id
  )
  insert into xp.xp_claim_counts as c
  select a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day, 0, count(*), 0, 0
  from counted as k
  join xp.xp_awards as a on a.user_id = k.user_id and a.reward_day_id = k.reward_day_id
  group by a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day
  on conflict on constraint xp_claim_counts_pkey do update set duplicates = c.duplicates + excluded.duplicates;
  return _counted;
end
$$;
comment on function xp.upkeep_claims() is
  'Upkeep: counts settled awards and duplicate claims into xp.xp_claim_counts, each once. Returns how many award numbers it settled. [helper]';
revoke all on function xp.upkeep_claims() from public;
insert into core.upkeep_tasks (task, function, meaning) values
  ('xp.claims', 'xp.upkeep_claims()', 'Counts awards and duplicate claims for xp.claim_stats.');
commit;
