-- Revert gamekeeper:slots/wallets/last_entry_before from pg
begin;
set local role gamekeeper;
drop function slots.last_entry_before(uuid, timestamptz, bigint);
commit;
