-- Revert gamekeeper:slots/wallets/post_entries from pg
begin;
set local role gamekeeper;
drop function slots.post_entries(slots.wallets, slots.accounts, text[], numeric[], uuid, bigint, text, timestamptz, text);
commit;
