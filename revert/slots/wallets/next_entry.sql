-- Revert gamekeeper:slots/wallets/next_entry from pg
begin;
set local role gamekeeper;
drop function slots.next_entry(slots.wallets, text, numeric, uuid, bigint, text, timestamptz, boolean, uuid, text, text, bigint);
commit;
