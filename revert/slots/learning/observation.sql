-- Revert gamekeeper:slots/learning/observation from pg
begin;
set local role gamekeeper;
drop function slots.observation(boolean, numeric, numeric, bigint);
commit;
