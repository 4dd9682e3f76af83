-- Revert gamekeeper:slots/learning/full_rl_blocks from pg
-- Destroys the list of stretches that have no priorities yet.
begin;
set local role gamekeeper;
drop table slots.full_rl_blocks;
commit;
