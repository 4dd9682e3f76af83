-- Revert gamekeeper:core/partitions from pg
begin;
set local role gamekeeper;
drop view core.partitions;
commit;
