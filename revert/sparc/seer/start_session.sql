-- Revert gamekeeper:sparc/seer/start_session from pg
begin;
set local role gamekeeper;
drop function sparc.start_session(uuid);
commit;
