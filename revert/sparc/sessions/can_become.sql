-- Revert gamekeeper:sparc/sessions/can_become from pg
begin;
set local role gamekeeper;
drop function sparc.can_become(sparc.session_status, sparc.session_status);
commit;
