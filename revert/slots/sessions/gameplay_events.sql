-- Revert gamekeeper:slots/sessions/gameplay_events from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.gameplay_events;
delete from core.partitioned_tables where table_name = 'slots.gameplay_events';
commit;
