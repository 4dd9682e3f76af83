-- Revert gamekeeper:slots/limits/limits from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.limits;
commit;
