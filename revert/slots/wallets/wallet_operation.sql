-- Revert gamekeeper:slots/wallets/wallet_operation from pg
begin;
set local role gamekeeper;
drop function slots.wallet_operation(uuid, text, numeric, text, text, text);
commit;
