-- Revert gamekeeper:sparc/sessions/generate_session_code from pg
begin;
set local role gamekeeper;
drop trigger set_session_code on sparc.sessions;
drop function sparc.generate_session_code();
commit;
