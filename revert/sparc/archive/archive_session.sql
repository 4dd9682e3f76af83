-- Revert gamekeeper:sparc/archive/archive_session from pg
begin;
drop trigger audit on sparc.sessions;
drop function sparc.archive_session() cascade;
commit;
