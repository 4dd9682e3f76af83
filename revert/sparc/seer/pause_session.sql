-- Revert gamekeeper:sparc/seer/pause_session from pg
begin;
set local role gamekeeper;
drop function sparc.pause_session(uuid);
commit;
