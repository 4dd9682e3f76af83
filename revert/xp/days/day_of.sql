-- Revert gamekeeper:xp/days/day_of from pg
begin;
set local role gamekeeper;
drop function xp.day_of(text);
commit;
