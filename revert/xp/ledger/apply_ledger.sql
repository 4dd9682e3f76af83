-- Revert gamekeeper:xp/ledger/apply_ledger from pg
begin;
set local role gamekeeper;
drop trigger apply_ledger on xp.xp_ledger;
drop function xp.apply_ledger();
commit;
