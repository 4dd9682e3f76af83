-- Revert gamekeeper:slots/reports/session_report from pg
begin;
set local role gamekeeper;
drop type slots.session_report;
commit;
