-- Revert gamekeeper:sparc/sessions/lock_session_as_participant from pg
begin;
set local role gamekeeper;
drop function sparc.lock_session_as_participant(uuid);
commit;
