-- Revert gamekeeper:sparc/seats/get_session_details from pg
begin;
set local role gamekeeper;
drop function sparc.get_session_details(uuid);
commit;
