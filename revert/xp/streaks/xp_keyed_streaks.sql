-- Revert gamekeeper:xp/streaks/xp_keyed_streaks from pg
-- Destroys the rows of xp.xp_keyed_streaks.
begin;
set local role gamekeeper;
drop table xp.xp_keyed_streaks;
commit;
