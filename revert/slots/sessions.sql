-- Revert gamekeeper:slots/sessions from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.sessions;
commit;
