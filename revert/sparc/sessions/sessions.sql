-- Revert gamekeeper:sparc/sessions/sessions from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.sessions;
commit;
