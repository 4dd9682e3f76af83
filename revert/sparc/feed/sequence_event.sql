-- Revert gamekeeper:sparc/feed/sequence_event from pg
begin;
set local role gamekeeper;
drop trigger sequence_event on sparc.session_events;
drop function sparc.sequence_event();
commit;
