-- Revert gamekeeper:core/partitions/default_part from pg
begin;
set local role gamekeeper;
drop type core.default_part;
commit;
