-- Revert gamekeeper:core/partitions/swap_default from pg
begin;
set local role gamekeeper;
drop function core.swap_default(text, timestamptz, timestamptz);
commit;
