-- Deploy gamekeeper:xp/clock_zone to pg
-- requires: xp/schema
begin;
set local role gamekeeper;
-- "at time zone" looks among the abbreviations first, where CET, EET, MET and WET are fixed offsets. The
-- zones of these names have summer time; IANA makes them links to the cities named here.
create function xp.clock_zone(zone text)
returns text
language sql
immutable
parallel safe
return case zone
  when 'CET' then 'Europe/Brussels'
  when 'EET' then 'Europe/Athens'
  when 'MET' then 'Europe/Brussels'
  when 'WET' then 'Europe/Lisbon'
  else zone
end;
comment on function xp.clock_zone(text) is
  'The name under which "at time zone" finds a zone''s clock: the zone itself, but for the four whose names are abbreviations of a fixed offset too.';
revoke all on function xp.clock_zone(text) from public;
commit;
