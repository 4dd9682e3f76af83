-- Revert gamekeeper:sparc/feed/open_event_partitions from pg
begin;
set local role gamekeeper;
drop function sparc.open_event_partitions();
commit;
