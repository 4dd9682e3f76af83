-- Revert gamekeeper:xp/clock_zone from pg
begin;
set local role gamekeeper;
drop function xp.clock_zone(text);
commit;
