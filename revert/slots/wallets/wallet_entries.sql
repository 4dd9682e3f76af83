-- Revert gamekeeper:slots/wallets/wallet_entries from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.wallet_entries;
commit;
