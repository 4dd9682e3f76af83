-- Revert gamekeeper:xp/streaks/left_streak from pg
begin;
set local role gamekeeper;
drop function xp.left_streak(xp.streak_outcome);
commit;
