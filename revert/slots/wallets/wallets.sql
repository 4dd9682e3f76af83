-- Revert gamekeeper:slots/wallets/wallets from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.wallets;
commit;
