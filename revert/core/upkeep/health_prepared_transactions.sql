-- Revert gamekeeper:core/upkeep/health_prepared_transactions from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.prepared_transactions';
drop function core.health_prepared_transactions();
commit;
