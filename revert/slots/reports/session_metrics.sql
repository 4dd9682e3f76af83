-- Revert gamekeeper:slots/reports/session_metrics from pg
begin;
set local role gamekeeper;
drop function slots.session_metrics();
commit;
