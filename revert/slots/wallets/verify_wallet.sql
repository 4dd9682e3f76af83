-- Revert gamekeeper:slots/wallets/verify_wallet from pg
begin;
set local role gamekeeper;
drop function slots.verify_wallet(uuid);
commit;
