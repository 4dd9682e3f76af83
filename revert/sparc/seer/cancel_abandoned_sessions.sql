-- Revert gamekeeper:sparc/seer/cancel_abandoned_sessions from pg
begin;
set local role gamekeeper;
drop function sparc.cancel_abandoned_sessions();
commit;
