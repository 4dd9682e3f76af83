-- Revert gamekeeper:xp/users/left_users from pg
begin;
set local role gamekeeper;
drop function xp.left_users();
commit;
