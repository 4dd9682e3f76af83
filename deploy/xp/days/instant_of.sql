-- Deploy gamekeeper:xp/days/instant_of to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The cast from text to timestamptz depends on the session, so a pure rule cannot use it; and pulling the
-- parts out with one regular expression takes a hundred times as long as cutting them where they stand. UTC is
-- a distance here for the reason that core.utc gives.
create function xp.instant_of(iso text)
returns timestamptz
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _month integer;
  _day date;
  _rest text;
  _seconds text;
  _offset text;
  _instant timestamp;
begin
  if instant_of.iso !~ '^[0-9]{4}-[0-1][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?(?:Z|[+-][0-1][0-9](?::?[0-5][0-9])?)?$'
    or left(instant_of.iso, 4) = '0000'
  then
    return null;
  end if;
  _month := substr(instant_of.iso, 6, 2)::integer;
  if _month not between 1 and 12 or substr(instant_of.iso, 12, 2)::integer > 23 then
    return null;
  end if;
  _day := make_date(substr(instant_of.iso, 1, 4)::integer, _month, 1) + (substr(instant_of.iso, 9, 2)::integer - 1);
  if extract(month from _day) <> _month then
    return null;
  end if;
  _rest := rtrim(substr(instant_of.iso, 17), 'Z');
  _seconds := split_part(split_part(ltrim(_rest, ':'), '+', 1), '-', 1);
  _offset := substr(_rest, length(_seconds) + case when _seconds = '' then 1 else 2 end);
  _instant := _day + make_time(
    substr(instant_of.iso, 12, 2)::integer, substr(instant_of.iso, 15, 2)::integer,
    coalesce(nullif(_seconds, ''), '0')::double precision
  );
  if _offset <> '' then
    _instant := _instant - make_interval(
      mins => (left(_offset, 1) || '1')::integer
        * (substr(_offset, 2, 2)::integer * 60 + coalesce(nullif(right(replace(substr(_offset, 4), ':', ''), 2), ''), '0')::integer)
    );
  end if;
  return _instant at time zone interval '00:00';
end
$$;
comment on function xp.instant_of(text) is
  'The instant of an ISO 8601 text, UTC where it names no offset; null when it is none. [helper]';
revoke all on function xp.instant_of(text) from public;
commit;
