-- Revert gamekeeper:xp/boards/xp_roll_up from pg
-- Destroys the rows of xp.xp_roll_up.
begin;
set local role gamekeeper;
drop table xp.xp_roll_up;
commit;
