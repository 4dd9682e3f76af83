-- Revert gamekeeper:core/partitions/ensure_partitions from pg
begin;
set local role gamekeeper;
drop function core.ensure_partitions(text, timestamptz);
commit;
