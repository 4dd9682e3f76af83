-- Revert gamekeeper:core/upkeep/ensure_partitions from pg
begin;
set local role gamekeeper;
drop function core.ensure_partitions(text, timestamptz);
commit;
