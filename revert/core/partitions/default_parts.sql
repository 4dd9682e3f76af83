-- Revert gamekeeper:core/partitions/default_parts from pg
begin;
set local role gamekeeper;
drop function core.default_parts(text, timestamptz);
commit;
