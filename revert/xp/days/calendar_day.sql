-- Revert gamekeeper:xp/days/calendar_day from pg
begin;
set local role gamekeeper;
drop function xp.calendar_day(text[], timestamptz[], time, timestamptz);
commit;
