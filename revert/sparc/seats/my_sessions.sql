-- Revert gamekeeper:sparc/seats/my_sessions from pg
begin;
set local role gamekeeper;
drop function sparc.my_sessions();
commit;
