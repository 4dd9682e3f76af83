-- Revert gamekeeper:sparc/seats/leave_seat from pg
begin;
set local role gamekeeper;
drop function sparc.leave_seat(sparc.sessions, uuid);
commit;
