-- Revert gamekeeper:core/upkeep/health_partitions from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.partitions';
drop function core.health_partitions();
commit;
