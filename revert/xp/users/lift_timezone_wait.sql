-- Revert gamekeeper:xp/users/lift_timezone_wait from pg
begin;
set local role gamekeeper;
drop function xp.lift_timezone_wait(bigint, text);
commit;
