-- Revert gamekeeper:xp/days/clock_zone from pg
begin;
set local role gamekeeper;
drop function xp.clock_zone(text);
commit;
