-- Revert gamekeeper:slots/checks/check_money from pg
begin;
set local role gamekeeper;
drop function slots.check_money(text, numeric, boolean);
commit;
