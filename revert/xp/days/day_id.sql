-- Revert gamekeeper:xp/days/day_id from pg
begin;
set local role gamekeeper;
drop function xp.day_id(date);
commit;
