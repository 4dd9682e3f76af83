-- Deploy gamekeeper:xp/days/day_start to pg
-- requires: xp/days/clock_zone core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Almost always the clock is the same the day before and after, and "at time zone" is right. Around a
-- change of the clock it is not: inside a skipped hour it answers an hour late, inside a repeated hour it
-- takes the second reading. There the two offsets are tried in turn, and when the start is skipped, the
-- jump itself is found by halving; transitions lie on whole seconds.
create function xp.day_start(zone text, window_start time, day date)
returns timestamptz
language plpgsql
stable
strict
parallel safe
as $$
declare
  _zone constant text := xp.clock_zone(day_start.zone);
  _wall constant timestamp := day_start.day + day_start.window_start;
  _guess constant timestamptz := _wall at time zone _zone;
  _before constant timestamptz := _guess - interval '24 hours';
  _after constant timestamptz := _guess + interval '24 hours';
  _offset_before constant interval := (_before at time zone _zone) - core.utc(_before);
  _offset_after constant interval := (_after at time zone _zone) - core.utc(_after);
  _first timestamptz;
  _second timestamptz;
  _low bigint;
  _high bigint;
  _middle bigint;
begin
  if _offset_before = _offset_after then
    return _guess;
  end if;
  _first := (_wall - _offset_before) at time zone interval '00:00';
  if _first at time zone _zone = _wall then
    return _first;
  end if;
  _second := (_wall - _offset_after) at time zone interval '00:00';
  if _second at time zone _zone = _wall then
    return _second;
  end if;
  _low := extract(epoch from _second)::bigint;
  _high := extract(epoch from _first)::bigint;
  while _high - _low > 1 loop
    _middle := (_low + _high) / 2;
    if to_timestamp(_middle) at time zone _zone < _wall then
      _low := _middle;
    else
      _high := _middle;
    end if;
  end loop;
  return to_timestamp(_high);
end
$$;
comment on function xp.day_start(text, time, date) is
  'The boundary that begins a reward day: the first instant at which the clock of the zone shows window_start on '
  'that date or anything later. A skipped start is the jump over it; of a repeated one the first counts, and a clock '
  'put back takes no day back. docs/xp.md, "Reward days". [helper]';
revoke all on function xp.day_start(text, time, date) from public;
commit;
