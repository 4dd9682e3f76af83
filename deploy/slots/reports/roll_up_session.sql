-- Deploy gamekeeper:slots/reports/roll_up_session to pg
-- requires: core/keys/uuid_v7 core/keys/slot_in slots/checks/fnv1a64 slots/sessions/sessions slots/sessions/gameplay_events slots/reports/metrics slots/reports/session_rollups slots/wallets/wallets slots/reports/game_rollups slots/reports/game_returns slots/reports/symbol_rollups
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller is alone: slots.roll_up_sessions sees to it. Events of a session are committed in order, under its lock, so those
-- that are there have no gap.
create function slots.roll_up_session(session slots.sessions, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _session constant slots.sessions := roll_up_session.session;
  _from constant bigint := coalesce((select r.events from slots.session_rollups as r where r.session_id = _session.session_id), 0);
  _sums slots.game_returns;
  _multipliers numeric;
  _multipliers_squared numeric;
  _shown text;
begin
  with spins as materialized (
    select
      e.event_index,
      (e.result -> 'multiplier')::numeric as multiplier,
      (e.result -> 'payout')::numeric as payout,
      coalesce(
        (e.action -> 'amount')::numeric,
        (
          select coalesce((b.action -> 'next' -> 'amount')::numeric, (b.action -> 'amount')::numeric)
          from slots.gameplay_events as b
          where b.session_id = e.session_id and b.event_index = e.event_index - 1
        )
      ) as stake,
      array_to_string(array(select s.symbol from jsonb_array_elements_text(e.result -> 'symbols') as s (symbol)), ',') as shown
    from slots.gameplay_events as e
    where e.session_id = _session.session_id and e.event_index > _from and e.event_index <= _session.event_count
      and e.action ->> 'type' = 'Spin'
  )
  select
    count(*), sum(p.stake), sum(p.stake ^ 2), sum(p.payout), sum(p.payout ^ 2), sum(p.stake * p.payout),
    sum(p.multiplier), sum(p.multiplier ^ 2), string_agg(p.shown, ',' order by p.event_index)
  into
    _sums.spins, _sums.stakes, _sums.stakes_squared, _sums.payouts, _sums.payouts_squared, _sums.stakes_by_payouts,
    _multipliers, _multipliers_squared, _shown
  from spins as p;

  insert into slots.game_rollups (game_id, rolled_up_at) values (_session.game_id, roll_up_session.at) on conflict do nothing;
  if _sums.spins > 0 then
    update slots.game_rollups as g
    set
      spins = g.spins + _sums.spins,
      multipliers = g.multipliers + _multipliers,
      multipliers_squared = g.multipliers_squared + _multipliers_squared,
      digest = slots.fnv1a64(convert_to(case when g.spins > 0 then ',' else '' end || _shown, 'UTF8'), g.digest)
    where g.game_id = _session.game_id;
    insert into slots.game_returns as r (
      game_id, currency, spins, stakes, stakes_squared, payouts, payouts_squared, stakes_by_payouts
    )
    values (
      _session.game_id, coalesce((select w.currency from slots.wallets as w where w.wallet_id = _session.current_wallet_id), 'XXX'),
      _sums.spins, _sums.stakes, _sums.stakes_squared, _sums.payouts, _sums.payouts_squared, _sums.stakes_by_payouts
    )
    on conflict on constraint game_returns_pkey do update set
      spins = r.spins + excluded.spins,
      stakes = r.stakes + excluded.stakes,
      stakes_squared = r.stakes_squared + excluded.stakes_squared,
      payouts = r.payouts + excluded.payouts,
      payouts_squared = r.payouts_squared + excluded.payouts_squared,
      stakes_by_payouts = r.stakes_by_payouts + excluded.stakes_by_payouts;
    insert into slots.symbol_rollups as t (game_id, reel, symbol, times)
    select _session.game_id, (s.place - 1) % p.reels + 1, s.symbol, count(*)
    from string_to_table(_shown, ',') with ordinality as s (symbol, place)
    cross join (
      select jsonb_array_length(g.rng_signature -> 'reels') as reels from slots.games as g where g.game_id = _session.game_id
    ) as p
    group by 2, 3
    on conflict on constraint symbol_rollups_pkey do update set times = t.times + excluded.times;
    insert into slots.metrics (session_id, metric_id, owner_id, key, value, recorded_at)
    select
      _session.session_id, core.uuid_v7(core.slot_in(_session.session_id)), _session.owner_id, m.key, m.value::numeric,
      roll_up_session.at
    from jsonb_each_text(_session.metrics) as m;
  end if;
  insert into slots.session_rollups as r (session_id, events, spins, payouts)
  values (_session.session_id, _session.event_count, _sums.spins, coalesce(_sums.payouts, 0))
  on conflict on constraint session_rollups_pkey do update set
    events = excluded.events,
    spins = r.spins + excluded.spins,
    payouts = r.payouts + excluded.payouts;
end
$$;
comment on function slots.roll_up_session(slots.sessions, timestamptz) is
  'Adds the session''s new spins to its sums and to those of its game, and its running figures to slots.metrics. [helper]';
revoke all on function slots.roll_up_session(slots.sessions, timestamptz) from public;
commit;
