-- Deploy gamekeeper:xp/books/rebuild_balances to pg
-- requires: xp/books/ledger_totals xp/ledger/earned xp/ledger/xp_balance xp/seasons/xp_season_xp core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Claims wait from the lock on: no entry can be added up here and by the trigger.
create function xp.rebuild_balances()
returns bigint
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _rows bigint;
  _changed bigint;
begin
  perform core.require_service();
  lock table xp.xp_ledger, xp.xp_season_xp, xp.xp_balance in share row exclusive mode;
  with totals as (
    select l.user_id, l.season_id, sum(xp.earned(l.amount, l.corrected_season)) as xp
    from xp.xp_ledger as l
    where l.season_id is not null and xp.earned(l.amount, l.corrected_season) <> 0
    group by l.user_id, l.season_id
  ), removed as (
    delete from xp.xp_season_xp as s
    where not exists (select from totals as t where t.user_id = s.user_id and t.season_id = s.season_id)
    returning 1
  ), written as (
    insert into xp.xp_season_xp as s (user_id, season_id, xp)
    select t.user_id, t.season_id, t.xp from totals as t
    on conflict on constraint xp_season_xp_pkey do update set xp = excluded.xp where s.xp <> excluded.xp
    returning 1
  )
  select (select count(*) from removed) + (select count(*) from written) into _rows;
  insert into xp.xp_balance as b (user_id, current_balance, lifetime_xp, seasonal_xp, season_id)
  select t.user_id, t.current_balance, t.lifetime_xp, t.seasonal_xp, t.season_id
  from xp.ledger_totals() as t
  on conflict on constraint xp_balance_pkey do update
  set current_balance = excluded.current_balance,
    lifetime_xp = excluded.lifetime_xp,
    seasonal_xp = excluded.seasonal_xp,
    season_id = excluded.season_id,
    updated_at = core.now_utc()
  where (b.current_balance, b.lifetime_xp, b.seasonal_xp, b.season_id)
    is distinct from (excluded.current_balance, excluded.lifetime_xp, excluded.seasonal_xp, excluded.season_id);
  get diagnostics _changed = row_count;
  return _rows + _changed;
end
$$;
comment on function xp.rebuild_balances() is
  'For the service: writes balances and season totals anew from the ledger where they differ; returns how many rows did. Claims wait meanwhile. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function xp.rebuild_balances() from public;
grant execute on function xp.rebuild_balances() to service_role;
commit;
