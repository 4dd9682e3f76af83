-- Revert gamekeeper:slots/wallets/reconcile_wallets from pg
begin;
set local role gamekeeper;
drop function slots.reconcile_wallets();
commit;
