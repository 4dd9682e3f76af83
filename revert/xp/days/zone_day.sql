-- Revert gamekeeper:xp/days/zone_day from pg
begin;
set local role gamekeeper;
drop function xp.zone_day(text, time, timestamptz);
commit;
