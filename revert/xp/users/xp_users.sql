-- Revert gamekeeper:xp/users/xp_users from pg
-- Destroys the rows of xp.xp_users.
begin;
set local role gamekeeper;
drop table xp.xp_users;
commit;
