-- Revert gamekeeper:sparc/seats/find_session_by_code from pg
begin;
set local role gamekeeper;
drop function sparc.find_session_by_code(text);
commit;
