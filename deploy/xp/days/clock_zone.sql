-- Deploy gamekeeper:xp/days/clock_zone to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- "at time zone" looks among the abbreviations first, where CET, EET, MET and WET are fixed offsets. The
-- zones of these names have summer time; IANA makes them links to the cities named here. And what an
-- abbreviation means is the session's choice: with timezone_abbreviations = Australia, EST is 15 hours ahead.
-- UTC, UCT and GMT are the same in every list. One look into a list: each comparison of a CASE would have to be set up.
create function xp.clock_zone(zone text)
returns text
language sql
immutable
parallel safe
return coalesce(
  (array[
    'Europe/Brussels', 'Europe/Athens', 'America/Panama', 'Pacific/Honolulu', 'Europe/Brussels', 'America/Phoenix', 'Europe/Lisbon'
  ])[array_position(array['CET', 'EET', 'EST', 'HST', 'MET', 'MST', 'WET'], clock_zone.zone)],
  clock_zone.zone
);
comment on function xp.clock_zone(text) is
  'The name under which "at time zone" finds a zone''s clock: the zone itself, but for the seven whose names are abbreviations too, of an offset that is fixed or that the session chooses. [helper]';
revoke all on function xp.clock_zone(text) from public;
commit;
