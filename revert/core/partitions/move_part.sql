-- Revert gamekeeper:core/partitions/move_part from pg
begin;
set local role gamekeeper;
drop function core.move_part(text, timestamptz);
commit;
