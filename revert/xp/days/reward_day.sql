-- Revert gamekeeper:xp/days/reward_day from pg
begin;
set local role gamekeeper;
drop type xp.reward_day;
commit;
