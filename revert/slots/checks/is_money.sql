-- Revert gamekeeper:slots/checks/is_money from pg
begin;
set local role gamekeeper;
drop function slots.is_money(numeric);
commit;
