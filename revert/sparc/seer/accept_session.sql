-- Revert gamekeeper:sparc/seer/accept_session from pg
begin;
set local role gamekeeper;
drop function sparc.accept_session(uuid);
commit;
