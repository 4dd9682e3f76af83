-- Revert gamekeeper:slots/reports/refresh_metrics from pg
begin;
set local role gamekeeper;
drop function slots.refresh_metrics();
commit;
