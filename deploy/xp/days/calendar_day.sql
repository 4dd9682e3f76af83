-- Deploy gamekeeper:xp/days/calendar_day to pg
-- requires: xp/days/zone_day xp/days/timezone_wait
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.calendar_day(zones text[], changed_at timestamptz[], window_start time, at timestamptz)
returns xp.reward_day
language plpgsql
stable
parallel safe
as $$
declare
  _changes constant integer := cardinality(calendar_day.changed_at);
  _zone constant text := calendar_day.zones[_changes + 1];
  _before constant text[] := calendar_day.zones[1:_changes];
  _changed_before constant timestamptz[] := calendar_day.changed_at[1:_changes - 1];
  _old xp.reward_day;
  _last xp.reward_day;
  _new xp.reward_day;
  _turn xp.reward_day;
begin
  -- No day lasts as long as the wait: after that the new zone is all there is.
  if _changes = 0 or calendar_day.at >= calendar_day.changed_at[_changes] + xp.timezone_wait() then
    return xp.zone_day(_zone, calendar_day.window_start, calendar_day.at);
  end if;
  _last := xp.calendar_day(_before, _changed_before, calendar_day.window_start, calendar_day.changed_at[_changes]);
  if calendar_day.at < _last.next_boundary then
    _old := xp.calendar_day(_before, _changed_before, calendar_day.window_start, calendar_day.at);
    if _old.next_boundary < _last.next_boundary then
      return _old;
    end if;
    _turn := xp.zone_day(_zone, calendar_day.window_start, _last.next_boundary);
    if _turn.day > _last.day then
      return _last;
    end if;
    return row(
      _last.day, _last.opens_at, xp.day_start(_zone, calendar_day.window_start, _last.day + 1)
    )::xp.reward_day;
  end if;
  _new := xp.zone_day(_zone, calendar_day.window_start, calendar_day.at);
  if _new.day <= _last.day then
    return row(
      _last.day, _last.opens_at, xp.day_start(_zone, calendar_day.window_start, _last.day + 1)
    )::xp.reward_day;
  end if;
  return row(_new.day, greatest(_new.opens_at, _last.next_boundary), _new.next_boundary)::xp.reward_day;
end
$$;
comment on function xp.calendar_day(text[], timestamptz[], time, timestamptz) is
  'The reward day of an instant for a user who lived in zones[1], and changed to zones[n + 1] at changed_at[n], in order. '
  'Each change: the calendar so far holds until its next boundary; then the new zone''s, whose days never run backwards: '
  'moving west makes the day of the change longer, moving east the next one shorter. [helper]';
revoke all on function xp.calendar_day(text[], timestamptz[], time, timestamptz) from public;
commit;
