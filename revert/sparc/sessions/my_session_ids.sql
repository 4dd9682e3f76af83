-- Revert gamekeeper:sparc/sessions/my_session_ids from pg
begin;
set local role gamekeeper;
drop function sparc.my_session_ids();
commit;
