-- Revert gamekeeper:sparc/adventures/creatures from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.creatures;
commit;
