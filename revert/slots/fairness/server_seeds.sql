-- Revert gamekeeper:slots/fairness/server_seeds from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.server_seeds;
commit;
