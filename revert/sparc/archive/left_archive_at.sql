-- Revert gamekeeper:sparc/archive/left_archive_at from pg
begin;
set local role gamekeeper;
drop function sparc.left_archive_at(uuid);
commit;
