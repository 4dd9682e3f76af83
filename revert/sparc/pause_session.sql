-- Revert gamekeeper:sparc/pause_session from pg
begin;
set local role gamekeeper;
drop function sparc.pause_session(uuid);
commit;
