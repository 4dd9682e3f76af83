-- Revert gamekeeper:xp/claims/repaired_streak from pg
begin;
set local role gamekeeper;
drop function xp.repaired_streak(xp.xp_users, text, xp.streak_state);
commit;
