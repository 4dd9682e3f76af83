-- Revert gamekeeper:slots/sessions/sessions from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.sessions;
commit;
