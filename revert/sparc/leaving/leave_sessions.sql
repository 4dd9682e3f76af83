-- Revert gamekeeper:sparc/leaving/leave_sessions from pg
begin;
set local role gamekeeper;
drop function sparc.leave_sessions(uuid);
commit;
