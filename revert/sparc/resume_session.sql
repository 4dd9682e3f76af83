-- Revert gamekeeper:sparc/resume_session from pg
begin;
set local role gamekeeper;
drop function sparc.resume_session(uuid);
commit;
