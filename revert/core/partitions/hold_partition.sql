-- Revert gamekeeper:core/partitions/hold_partition from pg
begin;
set local role gamekeeper;
drop function core.hold_partition(regclass, regclass, boolean);
commit;
