-- Revert gamekeeper:slots/reports/house_accounts from pg
begin;
set local role gamekeeper;
drop table slots.house_accounts;
commit;
