-- Revert gamekeeper:core/upkeep/check_partitions from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.partitions';
drop function core.check_partitions();
commit;
