-- Revert gamekeeper:sparc/seats/list_session from pg
begin;
set local role gamekeeper;
drop function sparc.list_session(sparc.sessions);
commit;
