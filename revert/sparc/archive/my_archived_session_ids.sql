-- Revert gamekeeper:sparc/archive/my_archived_session_ids from pg
begin;
set local role gamekeeper;
drop function sparc.my_archived_session_ids();
commit;
