-- Revert gamekeeper:xp/users/set_handle from pg
begin;
set local role gamekeeper;
drop function xp.set_handle(text);
commit;
