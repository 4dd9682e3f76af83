-- Deploy gamekeeper:xp/books/rebuild_balances to pg
-- requires: xp/books/differences xp/books/ledger_totals xp/ledger/counted_seasons xp/ledger/xp_balance xp/seasons/xp_season_xp xp/ledger/xp_levels xp/ledger/xp_level_ups core/keys/now_utc core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Accounts whose books agree are read and not locked. The others are locked as a grant locks them: seasons, then balances.
-- Both are changed only by adding to them under that lock, so what is added up after it misses no entry and counts none twice.
create function xp.rebuild_balances(user_ids bigint[] default null)
returns bigint
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _ids bigint[];
  _unnoted bigint[];
  _changed bigint;
begin
  perform core.require_service();
  select array_agg(distinct d.user_id), array_agg(d.user_id) filter (where d.kind = 'level'), count(*)
  into _ids, _unnoted, _changed
  from xp.differences(rebuild_balances.user_ids) as d
  where d.kind in ('balance', 'season', 'level');
  if _changed = 0 then
    return 0::bigint;
  end if;
  insert into xp.xp_season_xp (user_id, season_id, xp)
  select distinct l.user_id, c.season_id, 0
  from xp.xp_ledger as l
  cross join lateral xp.counted_seasons(l.amount, l.season_id, l.corrected_season, l.side_seasons, l.corrected_sides) as c
  where l.user_id = any (_ids) and c.xp <> 0
  order by l.user_id, c.season_id
  on conflict on constraint xp_season_xp_pkey do nothing;
  perform from xp.xp_season_xp as s where s.user_id = any (_ids) order by s.user_id, s.season_id for update;
  insert into xp.xp_balance (user_id)
  select i.user_id from unnest(_ids) as i (user_id) order by i.user_id
  on conflict on constraint xp_balance_pkey do nothing;
  perform from xp.xp_balance as b where b.user_id = any (_ids) order by b.user_id for no key update;
  with totals as (
    select l.user_id, c.season_id, sum(c.xp) as xp
    from xp.xp_ledger as l
    cross join lateral xp.counted_seasons(l.amount, l.season_id, l.corrected_season, l.side_seasons, l.corrected_sides) as c
    where l.user_id = any (_ids) and c.xp <> 0
    group by l.user_id, c.season_id
  ), removed as (
    delete from xp.xp_season_xp as s
    where s.user_id = any (_ids)
      and not exists (select from totals as t where t.user_id = s.user_id and t.season_id = s.season_id)
  )
  update xp.xp_season_xp as s
  set xp = t.xp
  from totals as t
  where s.user_id = t.user_id and s.season_id = t.season_id and s.xp <> t.xp;
  update xp.xp_balance as b
  set current_balance = t.current_balance,
    lifetime_xp = t.lifetime_xp,
    seasonal_xp = t.seasonal_xp,
    season_id = t.season_id,
    updated_at = core.now_utc()
  from xp.ledger_totals(_ids) as t
  where b.user_id = t.user_id
    and (b.current_balance, b.lifetime_xp, b.seasonal_xp, b.season_id)
      is distinct from (t.current_balance, t.lifetime_xp, t.seasonal_xp, t.season_id);
  insert into xp.xp_level_ups (user_id, level, xp)
  select b.user_id, v.level, v.xp
  from xp.xp_balance as b
  join xp.xp_levels as v on v.level > 1 and v.xp <= b.lifetime_xp
  where b.user_id = any (_unnoted)
  order by b.user_id, v.level
  on conflict on constraint xp_level_ups_pkey do nothing;
  return _changed;
end
$$;
comment on function xp.rebuild_balances(bigint[]) is
  'For the service: writes balances and season totals of those accounts (null: all) anew from the ledger where they '
  'differ, and notes levels that are missing; returns how many rows did. Who claims or is granted something in an account that differs waits for the end '
  'of the transaction: call xp.rebuild_books() for many. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function xp.rebuild_balances(bigint[]) from public;
grant execute on function xp.rebuild_balances(bigint[]) to service_role;
commit;
