-- Deploy gamekeeper:xp/ledger/apply_ledger to pg
-- requires: xp/ledger/xp_ledger xp/ledger/earned xp/ledger/counted_seasons xp/ledger/xp_balance xp/seasons/xp_season_xp xp/ledger/xp_levels xp/ledger/xp_level_ups xp/errors core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Once per statement: seasons first, then one balance update per user, each in key order, so that
-- concurrent bulk inserts wait for each other and never in a circle. The balance is locked when a level is looked up, so no
-- two entries reach one; whoever has the row of a level has those of all below.
create function xp.apply_ledger()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _sum record;
  _lifetime bigint;
  _level integer;
begin
  for _sum in
    select a.user_id, c.season_id, sum(c.xp) as earned
    from added as a
    cross join lateral xp.counted_seasons(a.amount, a.season_id, a.corrected_season, a.side_seasons, a.corrected_sides) as c
    group by a.user_id, c.season_id
    having sum(c.xp) <> 0
    order by a.user_id, c.season_id
  loop
    if _sum.earned > 0 then
      insert into xp.xp_season_xp as s (user_id, season_id, xp)
      values (_sum.user_id, _sum.season_id, _sum.earned)
      on conflict on constraint xp_season_xp_pkey do update set xp = s.xp + excluded.xp;
    else
      update xp.xp_season_xp as s
      set xp = s.xp + _sum.earned
      where s.user_id = _sum.user_id and s.season_id = _sum.season_id;
    end if;
  end loop;

  for _sum in
    select
      a.user_id, sum(coalesce(a.corrected_balance, a.amount)) as amount,
      sum(xp.earned(a.amount, a.corrected_lifetime)) as earned, count(a.season_id) as in_season
    from added as a
    group by a.user_id
    order by a.user_id
  loop
    if _sum.in_season = 0 then
      update xp.xp_balance as b
      set current_balance = b.current_balance + _sum.amount,
        lifetime_xp = b.lifetime_xp + _sum.earned,
        updated_at = core.now_utc()
      where b.user_id = _sum.user_id and b.current_balance + _sum.amount >= 0
      returning b.lifetime_xp into _lifetime;
    else
      update xp.xp_balance as b
      set current_balance = b.current_balance + _sum.amount,
        lifetime_xp = b.lifetime_xp + _sum.earned,
        (season_id, seasonal_xp) = (
          select max(latest.season_id), coalesce(max(latest.xp), 0)
          from (
            select s.season_id, s.xp
            from xp.xp_season_xp as s
            join xp.xp_seasons as x on x.season_id = s.season_id
            where s.user_id = _sum.user_id and x.kind = 'main'
            order by x.starts_on desc
            limit 1
          ) as latest
        ),
        updated_at = core.now_utc()
      where b.user_id = _sum.user_id and b.current_balance + _sum.amount >= 0
      returning b.lifetime_xp into _lifetime;
    end if;
    if not found then
      perform core.raise('INSUFFICIENT_XP', jsonb_build_object('amount', _sum.amount));
    end if;
    if _sum.earned > 0 then
      _level := (select v.level from xp.xp_levels as v where v.xp <= _lifetime order by v.xp desc limit 1);
      if _level > 1 then
        perform from xp.xp_level_ups as u where u.user_id = _sum.user_id and u.level = _level;
        continue when found;
        insert into xp.xp_level_ups (user_id, level, xp, correlation_id, reward_day_id, reached_at)
        select _sum.user_id, v.level, v.xp, e.correlation_id, e.reward_day_id, e.created_at
        from xp.xp_levels as v
        cross join (
          select a.correlation_id, a.reward_day_id, a.created_at
          from added as a
          where a.user_id = _sum.user_id and xp.earned(a.amount, a.corrected_lifetime) > 0
          order by a.ledger_id desc
          limit 1
        ) as e
        where v.level between 2 and _level
        order by v.level
        on conflict on constraint xp_level_ups_pkey do nothing;
      end if;
    end if;
  end loop;
  return null;
end
$$;
comment on function xp.apply_ledger() is
  'AFTER INSERT statement trigger of xp.xp_ledger: adds the new entries to season totals and balances, one update a user, and '
  'notes levels that nobody had noted: reached by the last entry of the statement that earned something. Raises: INSUFFICIENT_XP. [helper]';
revoke all on function xp.apply_ledger() from public;
create trigger apply_ledger after insert on xp.xp_ledger referencing new table as added
  for each statement execute function xp.apply_ledger();
comment on trigger apply_ledger on xp.xp_ledger is 'The balance is what the ledger adds up to.';
commit;
