-- Revert gamekeeper:slots/wallets/lock_wallet from pg
begin;
set local role gamekeeper;
drop function slots.lock_wallet(uuid);
commit;
