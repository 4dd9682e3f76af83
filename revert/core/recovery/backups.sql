-- Revert gamekeeper:core/recovery/backups from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table core.backups;
commit;
