-- Revert gamekeeper:slots/reports/refresh_metrics from pg
begin;
set local role gamekeeper;
drop function slots.refresh_metrics();
delete from core.upkeep_tasks where task = 'slots.refresh_metrics';
commit;
