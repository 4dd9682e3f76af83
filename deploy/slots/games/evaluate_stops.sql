-- Deploy gamekeeper:slots/games/evaluate_stops to pg
-- requires: slots/games/compiled_game slots/games/spin
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Of all readings only two can be best: the first symbol that is not wild, with the wilds before and
-- behind it; or the leading wilds alone, standing for whatever pays most at that length.
create function slots.evaluate_stops(program slots.compiled_game, stops integer[])
returns slots.spin
language plpgsql
immutable
parallel safe
as $$
declare
  _strips integer[] := evaluate_stops.program.strips;
  _lengths integer[] := evaluate_stops.program.reel_lengths;
  _wilds boolean[] := evaluate_stops.program.wilds;
  _reels integer := cardinality(evaluate_stops.program.reel_lengths);
  _offset integer := 1;
  _symbol integer;
  _wild_run integer := 0;
  _run integer := 0;
  _paying integer;
  _running boolean := true;
  _spin slots.spin;
begin
  _spin.stops := evaluate_stops.stops;
  _spin.multiplier := 0;
  for _reel in 1 .. _reels loop
    _symbol := _strips[_offset + evaluate_stops.stops[_reel]];
    _offset := _offset + _lengths[_reel];
    _spin.symbols[_reel] := evaluate_stops.program.symbols[_symbol];
    if _running then
      if _wilds[_symbol] then
        _run := _reel;
        if _paying is null then
          _wild_run := _reel;
        end if;
      elsif _paying is null or _paying = _symbol then
        _paying := _symbol;
        _run := _reel;
      else
        _running := false;
      end if;
    end if;
  end loop;
  if _wild_run > 0 then
    _spin.multiplier := evaluate_stops.program.any_payouts[_wild_run];
  end if;
  if _paying is not null then
    _spin.multiplier := greatest(_spin.multiplier, evaluate_stops.program.payouts[(_paying - 1) * _reels + _run]);
  end if;
  return _spin;
end
$$;
comment on function slots.evaluate_stops(slots.compiled_game, integer[]) is
  'What these stops show and pay. Equal symbols count from the leftmost reel; a wild stands for any symbol; the best reading counts. Pure. [helper]';
revoke all on function slots.evaluate_stops(slots.compiled_game, integer[]) from public;
commit;
