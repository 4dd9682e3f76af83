-- Revert gamekeeper:xp/days/timezone_wait from pg
begin;
set local role gamekeeper;
drop function xp.timezone_wait();
commit;
