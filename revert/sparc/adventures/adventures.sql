-- Revert gamekeeper:sparc/adventures/adventures from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.adventures;
commit;
