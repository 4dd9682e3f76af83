-- Revert gamekeeper:slots/training/rl_priorities from pg
-- Destroys all priorities.
begin;
set local role gamekeeper;
drop table slots.rl_priorities;
drop table slots.rl_greatest_priority;
commit;
