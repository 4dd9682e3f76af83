-- Revert gamekeeper:slots/fairness/revealed_seeds from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.revealed_seeds;
commit;
