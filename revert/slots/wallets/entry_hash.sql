-- Revert gamekeeper:slots/wallets/entry_hash from pg
begin;
set local role gamekeeper;
drop function slots.entry_hash(bytea, slots.wallet_entries);
commit;
