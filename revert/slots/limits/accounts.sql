-- Revert gamekeeper:slots/limits/accounts from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.accounts;
commit;
