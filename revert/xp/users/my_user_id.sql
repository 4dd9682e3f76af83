-- Revert gamekeeper:xp/users/my_user_id from pg
begin;
set local role gamekeeper;
drop function xp.my_user_id();
commit;
