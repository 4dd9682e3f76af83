-- Revert gamekeeper:core/upkeep/upkeep_tasks from pg
-- Destroys the record of the latest upkeep.
begin;
set local role gamekeeper;
drop table core.upkeep_tasks;
commit;
