-- Deploy gamekeeper:slots/reports/fingerprint to pg
-- requires: core/callers/require_caller core/shards/shard_map core/shards/raise_unknown_definition slots/games/games slots/reports/game_sums slots/reports/game_fingerprint
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Reads sums that upkeep keeps, never history; on the router those of all servers. SECURITY DEFINER, because they are over all players. The most frequent
-- symbol's share is what the others leave of 1, so that the shares sum exactly.
create function slots.fingerprint(game_id uuid)
returns slots.game_fingerprint
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _game slots.games;
  _sums record;
  _print slots.game_fingerprint;
begin
  perform core.require_caller();
  select * into _game from slots.games as g where g.game_id = fingerprint.game_id;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('gameId', fingerprint.game_id), fingerprint.game_id);
  end if;
  with sums as materialized (
    select s.* from slots.game_sums((select max(m.version) from core.shard_map as m), fingerprint.game_id) as s
  )
  select
    coalesce(sum(s.spins), 0)::bigint as spins, sum(s.multipliers) as multipliers, sum(s.multipliers_squared) as multipliers_squared,
    case when count(*) filter (where s.spins > 0) < 2 then coalesce(max(s.digest) filter (where s.spins > 0), 'cbf29ce484222325') end as digest,
    coalesce(sum(s.pending_bets), 0)::bigint as pending_bets, min(s.rolled_up_at) as rolled_up_at,
    array(select r from sums as o cross join lateral unnest(o.returns) as r) as returns,
    array(select t from sums as o cross join lateral unnest(o.symbols) as t) as symbols
  into _sums
  from sums as s;
  _print.spins := _sums.spins;
  _print.digest := _sums.digest;
  _print.pending_bets := _sums.pending_bets;
  _print.rolled_up_at := _sums.rolled_up_at;
  if _sums.spins > 0 then
    _print.mean_multiplier := _sums.multipliers / _sums.spins;
  end if;
  if _sums.spins > 1 then
    _print.volatility := sqrt(greatest(_sums.multipliers_squared - _sums.multipliers ^ 2 / _sums.spins, 0) / (_sums.spins - 1));
  end if;
  with returns as (
    select
      r.currency, r.spins, o.rtp,
      1.96 * sqrt(
        greatest(r.payouts_squared - 2 * o.rtp * r.stakes_by_payouts + o.rtp ^ 2 * r.stakes_squared, 0) * r.spins / nullif(r.spins - 1, 0)
      ) / r.stakes as error
    from (
      select
        g.currency, sum(g.spins)::bigint as spins, sum(g.stakes) as stakes, sum(g.stakes_squared) as stakes_squared, sum(g.payouts) as payouts,
        sum(g.payouts_squared) as payouts_squared, sum(g.stakes_by_payouts) as stakes_by_payouts
      from unnest(_sums.returns::slots.game_returns[]) as g
      group by g.currency
    ) as r
    cross join lateral (select r.payouts / r.stakes as rtp) as o
  )
  select
    coalesce(jsonb_object_agg(
      r.currency, jsonb_build_object('spins', r.spins, 'rtp', r.rtp, 'rtpLow', r.rtp - r.error, 'rtpHigh', r.rtp + r.error)
    ), '{}'),
    case when count(*) = 1 then max(r.rtp) end, case when count(*) = 1 then max(r.rtp - r.error) end,
    case when count(*) = 1 then max(r.rtp + r.error) end
  into _print.returns, _print.rtp, _print.rtp_low, _print.rtp_high
  from returns as r;

  with counts as (
    select t.symbol, sum(t.times) as times from unnest(_sums.symbols::slots.symbol_rollups[]) as t group by t.symbol
  ),
  shares as (
    select
      c.symbol,
      round(c.times / sum(c.times) over (), 12) as share,
      row_number() over (order by c.times desc, c.symbol collate "C") as place
    from counts as c
  )
  select coalesce(jsonb_object_agg(
    f.symbol,
    trim_scale(case when f.place = 1 then 1 - (select coalesce(sum(o.share), 0) from shares as o where o.place > 1) else f.share end)
  ), '{}')
  into _print.symbol_frequencies
  from shares as f;

  with strips as (
    select r.reel, s.symbol, s.weight, jsonb_array_length(r.strip) as size
    from jsonb_array_elements(_game.rng_signature -> 'reels') with ordinality as r (strip, reel)
    cross join lateral (
      select x.symbol, count(*) as weight from jsonb_array_elements_text(r.strip) as x (symbol) group by x.symbol
    ) as s
  ),
  shown as (
    select t.reel, t.symbol, sum(t.times) as times from unnest(_sums.symbols::slots.symbol_rollups[]) as t group by t.reel, t.symbol
  )
  select
    sum(case
      when t.symbol is null then 'Infinity'
      else (coalesce(w.times, 0) - _print.spins * t.weight::numeric / t.size) ^ 2 / (_print.spins * t.weight::numeric / t.size)
    end) filter (where _print.spins > 0),
    (select (count(*) - count(distinct d.reel))::integer from strips as d)
  into _print.chi_square, _print.degrees_of_freedom
  from strips as t
  full join shown as w on w.reel = t.reel and w.symbol = t.symbol;
  return _print;
end
$$;
comment on function slots.fingerprint(uuid) is
  'Signed-in users and the service: what the recorded spins of a game show, drawn here or elsewhere, as of the last '
  'run of slots.upkeep_reports: symbol frequencies, digest of the symbol sequence, observed RTP with its 95 % '
  'interval in each currency, volatility, chi-square against the declared strips, and how many bets wait for their spin. Figures '
  'that need spins are null without. Raises: UNAUTHENTICATED, NOT_FOUND, RETRY_LATER. [client]';
revoke all on function slots.fingerprint(uuid) from public;
grant execute on function slots.fingerprint(uuid) to authenticated, service_role;
commit;
