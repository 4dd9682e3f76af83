-- Revert gamekeeper:xp/users/change_timezone from pg
begin;
set local role gamekeeper;
drop function xp.change_timezone(text);
commit;
