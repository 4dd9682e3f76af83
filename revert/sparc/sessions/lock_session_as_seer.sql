-- Revert gamekeeper:sparc/sessions/lock_session_as_seer from pg
begin;
set local role gamekeeper;
drop function sparc.lock_session_as_seer(uuid);
commit;
