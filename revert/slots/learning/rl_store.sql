-- Revert gamekeeper:slots/learning/rl_store from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.rl_store;
delete from core.partitioned_tables where table_name = 'slots.rl_store';
commit;
