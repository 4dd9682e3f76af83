-- Revert gamekeeper:sparc/sessions/require_transition from pg
begin;
drop function sparc.require_transition(sparc.session_status, sparc.session_status);
commit;
