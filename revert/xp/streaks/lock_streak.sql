-- Revert gamekeeper:xp/streaks/lock_streak from pg
begin;
set local role gamekeeper;
drop function xp.lock_streak(bigint);
commit;
