-- Revert gamekeeper:sparc/seats/leave_session from pg
begin;
set local role gamekeeper;
drop function sparc.leave_session(uuid);
commit;
