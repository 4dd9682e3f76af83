-- Revert gamekeeper:slots/wallets/find_wallet from pg
begin;
set local role gamekeeper;
drop function slots.find_wallet(uuid);
commit;
