-- Revert gamekeeper:slots/reward from pg
begin;
set local role gamekeeper;
drop function slots.reward(numeric, numeric, numeric, numeric, boolean);
commit;
