-- Revert gamekeeper:xp/streaks/repair_streak from pg
begin;
set local role gamekeeper;
drop function xp.repair_streak(date[], text, uuid, bigint, text);
commit;
