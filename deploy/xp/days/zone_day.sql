-- Deploy gamekeeper:xp/days/zone_day to pg
-- requires: xp/days/clock_zone xp/days/day_start xp/days/reward_day
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.zone_day(zone text, window_start time, at timestamptz)
returns xp.reward_day
language plpgsql
stable
strict
parallel safe
as $$
declare
  _zone constant text := xp.clock_zone(zone_day.zone);
  _day date := ((zone_day.at at time zone _zone) - zone_day.window_start::interval)::date;
  _next timestamptz;
begin
  -- No zone of the tz database ever changed its clock twice within four days and ended where it began: where
  -- it stands alike two days ago and in two days, it did not change.
  if (zone_day.at + interval '48 hours') at time zone _zone - (zone_day.at - interval '48 hours') at time zone _zone = interval '96 hours' then
    return row(
      _day, (_day + zone_day.window_start) at time zone _zone, (_day + 1 + zone_day.window_start) at time zone _zone
    )::xp.reward_day;
  end if;
  _next := xp.day_start(zone_day.zone, zone_day.window_start, _day + 1);
  -- After the clock was put back, it shows yesterday's hours once more; the day stays.
  while _next <= zone_day.at loop
    _day := _day + 1;
    _next := xp.day_start(zone_day.zone, zone_day.window_start, _day + 1);
  end loop;
  return row(_day, xp.day_start(zone_day.zone, zone_day.window_start, _day), _next)::xp.reward_day;
end
$$;
comment on function xp.zone_day(text, time, timestamptz) is
  'The reward day that an instant belongs to in one zone: exactly one for every instant, in order, without a hole. docs/xp.md, "Reward days". [helper]';
revoke all on function xp.zone_day(text, time, timestamptz) from public;
commit;
