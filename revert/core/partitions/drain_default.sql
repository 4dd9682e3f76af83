-- Revert gamekeeper:core/partitions/drain_default from pg
begin;
set local role gamekeeper;
drop function core.drain_default(text, timestamptz);
commit;
