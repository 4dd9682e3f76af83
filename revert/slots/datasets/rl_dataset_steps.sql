-- Revert gamekeeper:slots/datasets/rl_dataset_steps from pg
begin;
set local role gamekeeper;
drop view slots.rl_dataset_steps;
commit;
