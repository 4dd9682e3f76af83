-- Revert gamekeeper:core/partitions/partition_name from pg
begin;
set local role gamekeeper;
drop function core.partition_name(text, timestamptz);
commit;
