-- Revert gamekeeper:slots/checks/money_problem from pg
begin;
set local role gamekeeper;
drop function slots.money_problem(numeric, boolean);
commit;
