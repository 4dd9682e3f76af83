-- Revert gamekeeper:xp/users/change_timezone_at from pg
begin;
set local role gamekeeper;
drop function xp.change_timezone_at(text, text, timestamptz);
commit;
