-- Revert gamekeeper:slots/learning/rl_blocks from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.rl_blocks;
commit;
