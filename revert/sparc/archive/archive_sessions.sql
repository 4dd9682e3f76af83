-- Revert gamekeeper:sparc/archive/archive_sessions from pg
begin;
set local role gamekeeper;
drop function sparc.archive_sessions();
commit;
