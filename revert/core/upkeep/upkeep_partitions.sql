-- Revert gamekeeper:core/upkeep/upkeep_partitions from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'core.partitions';
drop function core.upkeep_partitions(text);
commit;
