-- Revert gamekeeper:xp/days/day_start from pg
begin;
set local role gamekeeper;
drop function xp.day_start(text, time, date);
commit;
