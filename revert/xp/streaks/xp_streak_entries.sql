-- Revert gamekeeper:xp/streaks/xp_streak_entries from pg
-- Destroys the rows of xp.xp_streak_entries.
begin;
set local role gamekeeper;
drop table xp.xp_streak_entries;
commit;
