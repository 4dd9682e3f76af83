-- Revert gamekeeper:slots/reports/upkeep_reports from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'slots.reports';
drop function slots.upkeep_reports();
commit;
