-- Revert gamekeeper:slots/learning/reward from pg
begin;
set local role gamekeeper;
drop function slots.reward(numeric, numeric, numeric, numeric, boolean);
commit;
