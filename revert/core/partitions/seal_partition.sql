-- Revert gamekeeper:core/partitions/seal_partition from pg
begin;
set local role gamekeeper;
drop function core.seal_partition(regclass, regclass);
commit;
