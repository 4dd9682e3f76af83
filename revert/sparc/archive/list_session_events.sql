-- Revert gamekeeper:sparc/archive/list_session_events from pg
begin;
set local role gamekeeper;
drop function sparc.list_session_events(uuid, bigint, integer);
commit;
