-- Revert gamekeeper:sparc/feed/session_events from pg
-- Destroys the session feed.
begin;
set local role gamekeeper;
drop table sparc.session_events;
delete from core.partitioned_tables where table_name = 'sparc.session_events';
commit;
