-- Revert gamekeeper:xp/streaks/streak_of from pg
begin;
set local role gamekeeper;
drop function xp.streak_of(bigint, text);
commit;
