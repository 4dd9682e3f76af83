-- Deploy gamekeeper:slots/limits/my_limits to pg
-- requires: core/keys/wall_clock core/callers/require_user core/records/setting slots/settings slots/limits/accounts slots/limits/limits slots/limits/period_sums core/shards/require_slot core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.my_limits()
returns table (
  currency text, kind text, period text, amount numeric, used numeric, next_amount numeric, confirm_from timestamptz,
  excluded_until timestamptz
)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _owner constant uuid := core.require_user();
  _at constant timestamptz := core.wall_clock();
  _cooling_off constant interval := make_interval(secs => core.setting('slots.limit_cooling_off')::integer);
begin
  perform core.require_slot(core.slot_of(_owner::text));
  return query
    select
      nullif(a.currency, '*'), k.kind, p.period, k.limits[p.place],
      case when a.currency <> '*' then trim_scale(round(k.sums[p.place], 4)) end,
      l.next_amount, l.asked_at + _cooling_off, case when a.excluded_until > _at then a.excluded_until end
    from slots.accounts as a
    cross join lateral (values
      ('deposit', a.deposit_limits, slots.period_sums(a.deposited, a.last_deposit_at, greatest(a.last_deposit_at, _at), 0)),
      ('loss', a.loss_limits, slots.period_sums(a.lost, a.last_bet_at, greatest(a.last_bet_at, _at), 0)),
      ('stake', a.stake_limits, slots.period_sums(a.staked, a.last_bet_at, greatest(a.last_bet_at, _at), 0)),
      ('time', a.time_limits, array(
        select s.seconds / 60
        from unnest(slots.period_sums(a.played, a.last_act_at, greatest(a.last_act_at, _at), 0)) with ordinality as s (seconds, place)
        order by s.place
      ))
    ) as k (kind, limits, sums)
    cross join (values ('24h', 1), ('7d', 2), ('month', 3)) as p (period, place)
    left join slots.limits as l
      on l.owner_id = a.owner_id and l.currency = a.currency and l.kind = k.kind and l.period = p.period
    where a.owner_id = _owner
    order by a.currency, k.kind, p.place;
end
$$;
comment on function slots.my_limits() is
  'The caller''s limits, a row for each currency of theirs, kind and period, and with a null currency those that hold in each: the '
  'strictest limit that holds (null: none), what of it is used, the higher one that waits, from when it can be confirmed (with a null '
  'next_amount: its removal), and the end of an exclusion. Raises: UNAUTHENTICATED, ACCOUNT_CLOSED. [client]';
revoke all on function slots.my_limits() from public;
grant execute on function slots.my_limits() to authenticated, service_role;
commit;
