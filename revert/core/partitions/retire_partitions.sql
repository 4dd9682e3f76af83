-- Revert gamekeeper:core/partitions/retire_partitions from pg
begin;
set local role gamekeeper;
drop function core.retire_partitions(text, timestamptz);
commit;
