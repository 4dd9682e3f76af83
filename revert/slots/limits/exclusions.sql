-- Revert gamekeeper:slots/limits/exclusions from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.exclusions;
commit;
