-- Deploy gamekeeper:xp/instant_of to pg
-- requires: xp/schema
begin;
set local role gamekeeper;
-- The cast from text to timestamptz depends on the session, so a pure rule cannot use it.
create function xp.instant_of(iso text)
returns timestamptz
language plpgsql
immutable
strict
parallel safe
set search_path = ''
as $$
declare
  _part constant text[] := regexp_match(
    instant_of.iso,
    '^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d{1,6})?))?(?:Z|([+-])(\d\d):?(\d\d)?)?$'
  );
  _offset interval;
begin
  if _part is null then
    return null;
  end if;
  _offset := make_interval(hours => coalesce(_part[8], '0')::integer, mins => coalesce(_part[9], '0')::integer);
  return (
    make_timestamp(
      _part[1]::integer, _part[2]::integer, _part[3]::integer,
      _part[4]::integer, _part[5]::integer, coalesce(_part[6], '0')::double precision
    ) - case when _part[7] = '-' then - _offset else _offset end
  ) at time zone 'UTC';
exception
  when datetime_field_overflow then
    return null;
end
$$;
comment on function xp.instant_of(text) is
  'The instant of an ISO 8601 text, UTC where it names no offset; null when it is none.';
revoke all on function xp.instant_of(text) from public;
commit;
