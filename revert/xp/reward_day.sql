-- Revert gamekeeper:xp/reward_day from pg
begin;
set local role gamekeeper;
drop type xp.reward_day;
commit;
