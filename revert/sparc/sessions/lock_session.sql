-- Revert gamekeeper:sparc/sessions/lock_session from pg
begin;
set local role gamekeeper;
drop function sparc.lock_session(uuid);
commit;
