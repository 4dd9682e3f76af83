-- Revert gamekeeper:sparc/archive/archived_sessions from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.archived_sessions;
commit;
