-- Deploy gamekeeper:slots/reports/fingerprint to pg
-- requires: core/errors/raise core/callers/is_service core/callers/require_user slots/reports/fnv1a64 slots/games/games slots/sessions/sessions slots/sessions/gameplay_events slots/reports/game_fingerprint
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A report: reads every recorded spin of the game. SECURITY DEFINER, because it sums over all players; it
-- gives back sums only. The last symbol's share is what is left to 1, so that the shares sum exactly.
create function slots.fingerprint(game_id uuid)
returns slots.game_fingerprint
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _game slots.games;
  _print slots.game_fingerprint;
  _sequence text;
begin
  if not core.is_service() then
    perform core.require_user();
  end if;
  select * into _game from slots.games as g where g.game_id = fingerprint.game_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', fingerprint.game_id));
  end if;

  with spins as materialized (
    select
      e.timestamp, e.session_id, e.event_index,
      (e.result -> 'multiplier')::numeric as multiplier,
      array_to_string(array(select jsonb_array_elements_text(e.result -> 'symbols')), ',') as shown
    from slots.sessions as s
    join slots.gameplay_events as e on e.session_id = s.session_id
    where s.game_id = _game.game_id and e.action ->> 'type' = 'Spin'
  )
  select
    count(*), avg(p.multiplier), stddev_samp(p.multiplier),
    avg(p.multiplier) - 1.96 * stddev_samp(p.multiplier) / sqrt(count(*)::numeric),
    avg(p.multiplier) + 1.96 * stddev_samp(p.multiplier) / sqrt(count(*)::numeric),
    string_agg(p.shown, ',' order by p.timestamp, p.session_id, p.event_index)
  into _print.spins, _print.rtp, _print.volatility, _print.rtp_low, _print.rtp_high, _sequence
  from spins as p;
  _print.digest := slots.fnv1a64(convert_to(coalesce(_sequence, ''), 'UTF8'));

  with counts as (
    select s.symbol, count(*) as times from string_to_table(_sequence, ',') as s (symbol) group by s.symbol
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
    select r.reel, s.symbol, count(*) as weight, jsonb_array_length(r.strip) as size
    from jsonb_array_elements(_game.rng_signature -> 'reels') with ordinality as r (strip, reel)
    cross join lateral jsonb_array_elements_text(r.strip) as s (symbol)
    group by r.reel, s.symbol, r.strip
  ),
  shown as (
    select (s.place - 1) % jsonb_array_length(_game.rng_signature -> 'reels') + 1 as reel, s.symbol, count(*) as times
    from string_to_table(_sequence, ',') with ordinality as s (symbol, place)
    group by 1, 2
  )
  select
    sum(case
      when t.symbol is null then 'Infinity'
      else (coalesce(w.times, 0) - _print.spins * t.weight::numeric / t.size) ^ 2 / (_print.spins * t.weight::numeric / t.size)
    end),
    (select (count(*) - count(distinct d.reel))::integer from strips as d)
  into _print.chi_square, _print.degrees_of_freedom
  from strips as t
  full join shown as w on w.reel = t.reel and w.symbol = t.symbol
  where _print.spins > 0;
  return _print;
end
$$;
comment on function slots.fingerprint(uuid) is
  'Signed-in users and the service: what the recorded spins of a game show, drawn here or elsewhere: symbol frequencies, digest of the symbol sequence, observed RTP with its 95 % interval, volatility, chi-square against the declared strips. Reads all of them; figures that need spins are null without. Raises: UNAUTHENTICATED, NOT_FOUND. [client]';
revoke all on function slots.fingerprint(uuid) from public;
grant execute on function slots.fingerprint(uuid) to authenticated, service_role;
commit;
