-- Revert gamekeeper:sparc/archive/left_archive_ids from pg
begin;
set local role gamekeeper;
drop function sparc.left_archive_ids();
commit;
