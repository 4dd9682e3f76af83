-- Revert gamekeeper:xp/users/xp_timezone_changes from pg
-- Destroys the rows of xp.xp_timezone_changes.
begin;
set local role gamekeeper;
drop table xp.xp_timezone_changes;
commit;
