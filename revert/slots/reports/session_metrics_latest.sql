-- Revert gamekeeper:slots/reports/session_metrics_latest from pg
begin;
set local role gamekeeper;
drop materialized view slots.session_metrics_latest;
commit;
