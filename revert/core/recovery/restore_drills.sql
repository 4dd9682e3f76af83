-- Revert gamekeeper:core/recovery/restore_drills from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table core.restore_drills;
commit;
