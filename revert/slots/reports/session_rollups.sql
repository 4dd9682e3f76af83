-- Revert gamekeeper:slots/reports/session_rollups from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.session_rollups;
commit;
