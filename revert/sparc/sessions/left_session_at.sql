-- Revert gamekeeper:sparc/sessions/left_session_at from pg
begin;
set local role gamekeeper;
drop function sparc.left_session_at(uuid);
commit;
