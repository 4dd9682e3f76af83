-- Revert gamekeeper:slots/reports/session_metrics_latest from pg
begin;
set local role gamekeeper;
drop view slots.session_metrics_latest;
commit;
