-- Revert gamekeeper:sparc/sessions/guard_session_quota from pg
begin;
set local role gamekeeper;
drop trigger guard_session_quota on sparc.sessions;
drop function sparc.guard_session_quota();
commit;
