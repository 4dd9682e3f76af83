-- Revert gamekeeper:slots/wallets/write_entries from pg
begin;
set local role gamekeeper;
drop function slots.write_entries(slots.movement);
commit;
