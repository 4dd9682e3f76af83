-- Revert gamekeeper:sparc/people/users from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.users;
commit;
