-- Revert gamekeeper:sparc/seer/end_session from pg
begin;
set local role gamekeeper;
drop function sparc.end_session(uuid, sparc.session_status);
commit;
