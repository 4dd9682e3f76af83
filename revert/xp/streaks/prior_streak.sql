-- Revert gamekeeper:xp/streaks/prior_streak from pg
begin;
set local role gamekeeper;
drop function xp.prior_streak(xp.xp_streaks);
commit;
