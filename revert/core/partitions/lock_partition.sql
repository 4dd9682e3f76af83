-- Revert gamekeeper:core/partitions/lock_partition from pg
begin;
set local role gamekeeper;
drop function core.lock_partition(regclass, regclass, text);
commit;
