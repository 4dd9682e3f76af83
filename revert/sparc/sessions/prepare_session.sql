-- Revert gamekeeper:sparc/sessions/prepare_session from pg
begin;
set local role gamekeeper;
drop trigger prepare_session on sparc.sessions;
drop function sparc.prepare_session();
commit;
