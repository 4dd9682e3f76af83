-- Revert gamekeeper:xp/users/user_slot from pg
begin;
set local role gamekeeper;
drop function xp.user_slot(bigint);
commit;
