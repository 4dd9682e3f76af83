-- Revert gamekeeper:slots/reports/house_balances from pg
begin;
set local role gamekeeper;
drop function slots.house_balances();
commit;
