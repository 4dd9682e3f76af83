-- Revert gamekeeper:xp/streaks/xp_streaks from pg
-- Destroys the rows of xp.xp_streaks.
begin;
set local role gamekeeper;
drop table xp.xp_streaks;
commit;
