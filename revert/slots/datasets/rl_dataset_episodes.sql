-- Revert gamekeeper:slots/datasets/rl_dataset_episodes from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.rl_dataset_episodes;
commit;
