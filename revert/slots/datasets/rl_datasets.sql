-- Revert gamekeeper:slots/datasets/rl_datasets from pg
-- Destroys the data of the tables.
begin;
set local role gamekeeper;
drop table slots.rl_datasets;
drop table slots.rl_dataset_names;
commit;
