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
  _offset integer := 1;
  _symbol integer;
  _symbols text[];
  _wild_run integer;
  _run integer := 0;
  _paying integer;
begin
  for _reel in 1 .. cardinality(evaluate_stops.stops) loop
    _symbol := evaluate_stops.program.strips[_offset + evaluate_stops.stops[_reel]];
    _offset := _offset + evaluate_stops.program.reel_lengths[_reel];
    _symbols[_reel] := evaluate_stops.program.symbols[_symbol];
    -- the run goes on as long as it has reached the reel before
    if _run = _reel - 1 then
      if evaluate_stops.program.wilds[_symbol] then
        _run := _reel;
        if _paying is null then
          _wild_run := _reel;
        end if;
      elsif _symbol = coalesce(_paying, _symbol) then
        _paying := _symbol;
        _run := _reel;
      end if;
    end if;
  end loop;
  return row(evaluate_stops.stops, _symbols, greatest(
    coalesce(evaluate_stops.program.any_payouts[_wild_run], 0),
    evaluate_stops.program.payouts[(_paying - 1) * cardinality(evaluate_stops.stops) + _run]
  ))::slots.spin;
end
$$;
comment on function slots.evaluate_stops(slots.compiled_game, integer[]) is
  'What these stops show and pay. Equal symbols count from the leftmost reel; a wild stands for any symbol; the best reading counts. Pure. [helper]';
revoke all on function slots.evaluate_stops(slots.compiled_game, integer[]) from public;
commit;
