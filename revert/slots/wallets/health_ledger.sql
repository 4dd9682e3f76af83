-- Revert gamekeeper:slots/wallets/health_ledger from pg
begin;
set local role gamekeeper;
drop function slots.health_ledger();
delete from core.health_checks where name = 'slots.ledger';
commit;
