-- Revert gamekeeper:core/partitions/partitions from pg
begin;
set local role gamekeeper;
drop view core.partitions;
commit;
