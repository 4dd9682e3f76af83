-- Revert gamekeeper:slots/reports/reconcile_house from pg
begin;
set local role gamekeeper;
drop function slots.reconcile_house();
commit;
