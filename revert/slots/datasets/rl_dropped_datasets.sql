-- Revert gamekeeper:slots/datasets/rl_dropped_datasets from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.rl_dropped_datasets;
commit;
