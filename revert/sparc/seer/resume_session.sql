-- Revert gamekeeper:sparc/seer/resume_session from pg
begin;
set local role gamekeeper;
drop function sparc.resume_session(uuid);
commit;
