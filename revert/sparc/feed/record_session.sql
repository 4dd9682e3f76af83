-- Revert gamekeeper:sparc/feed/record_session from pg
begin;
set local role gamekeeper;
drop trigger record_session_insert on sparc.sessions;
drop trigger record_session_update on sparc.sessions;
drop function sparc.record_session();
commit;
