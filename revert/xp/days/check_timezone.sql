-- Revert gamekeeper:xp/days/check_timezone from pg
begin;
set local role gamekeeper;
drop function xp.check_timezone(text);
commit;
