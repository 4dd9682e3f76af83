-- Revert gamekeeper:core/upkeep/seal_partition from pg
begin;
set local role gamekeeper;
drop function core.seal_partition(regclass, regclass);
commit;
