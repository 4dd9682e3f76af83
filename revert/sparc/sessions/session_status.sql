-- Revert gamekeeper:sparc/sessions/session_status from pg
begin;
set local role gamekeeper;
drop type sparc.session_status;
commit;
