-- Deploy gamekeeper:xp/books/ledger_totals to pg
-- requires: xp/ledger/xp_ledger xp/ledger/earned xp/seasons/xp_seasons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Planned for the users that it is asked about, as xp.differences.
create function xp.ledger_totals(user_ids bigint[] default null)
returns table (user_id bigint, current_balance bigint, lifetime_xp bigint, seasonal_xp bigint, season_id text)
language plpgsql
stable
parallel safe
set plan_cache_mode = force_custom_plan
as $$
begin
  return query
  select u.user_id, coalesce(l.amount, 0)::bigint, coalesce(l.earned, 0)::bigint, coalesce(s.earned, 0)::bigint, s.season_id
  from xp.xp_users as u
  left join (
    select
      l.user_id, sum(coalesce(l.corrected_balance, l.amount)) as amount, sum(xp.earned(l.amount, l.corrected_lifetime)) as earned
    from xp.xp_ledger as l
    where ledger_totals.user_ids is null or l.user_id = any (ledger_totals.user_ids)
    group by l.user_id
  ) as l on l.user_id = u.user_id
  left join (
    select distinct on (l.user_id) l.user_id, l.season_id, sum(xp.earned(l.amount, l.corrected_season)) as earned
    from xp.xp_ledger as l
    join xp.xp_seasons as x on x.season_id = l.season_id
    where xp.earned(l.amount, l.corrected_season) <> 0 and (ledger_totals.user_ids is null or l.user_id = any (ledger_totals.user_ids))
    group by l.user_id, l.season_id, x.starts_on
    order by l.user_id, x.starts_on desc
  ) as s on s.user_id = u.user_id
  where ledger_totals.user_ids is null or u.user_id = any (ledger_totals.user_ids);
end
$$;
comment on function xp.ledger_totals(bigint[]) is
  'What the balances of those users (null: all) should be, added up from the ledger anew. [helper]';
revoke all on function xp.ledger_totals(bigint[]) from public;
commit;
