-- Revert gamekeeper:sparc/sessions/may_see_session from pg
begin;
drop function sparc.may_see_session(sparc.sessions);
commit;
