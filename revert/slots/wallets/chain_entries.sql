-- Revert gamekeeper:slots/wallets/chain_entries from pg
begin;
set local role gamekeeper;
drop function slots.chain_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz, boolean, uuid, text);
commit;
