-- Deploy gamekeeper:xp/days/same_clock to pg
-- requires: xp/days/clock_zone
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The server tells no link from its target, so the clocks are compared twice a month over the years that its tz data
-- write out (later ones follow the last rule).
create function xp.same_clock(zone text, other_zone text)
returns boolean
language sql
stable
parallel safe
set search_path = pg_temp
as $$
  select bool_and(
    i at time zone xp.clock_zone(same_clock.zone) = i at time zone xp.clock_zone(same_clock.other_zone)
  )
  from generate_series(timestamptz '1970-01-01 00:00:00+00', timestamptz '2038-01-01 00:00:00+00', interval '360 hours') as i
$$;
comment on function xp.same_clock(text, text) is
  'Whether two IANA names are one zone: an old and a new name (Asia/Calcutta, Asia/Kolkata), or clocks that always agreed since 1970. [helper]';
revoke all on function xp.same_clock(text, text) from public;
commit;
