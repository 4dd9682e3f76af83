-- Revert gamekeeper:slots/wallets/check_ledger from pg
begin;
set local role gamekeeper;
drop function slots.check_ledger();
delete from core.health_checks where name = 'slots.ledger';
commit;
