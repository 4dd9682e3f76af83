-- Revert gamekeeper:sparc/sessions/guard_session from pg
begin;
set local role gamekeeper;
drop trigger guard_session on sparc.sessions;
drop function sparc.guard_session();
commit;
