-- Revert gamekeeper:slots/reports/activity_statement from pg
begin;
set local role gamekeeper;
drop function slots.activity_statement(date, date);
commit;
