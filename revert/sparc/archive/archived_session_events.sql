-- Revert gamekeeper:sparc/archive/archived_session_events from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.archived_session_events;
commit;
