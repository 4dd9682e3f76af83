-- Revert gamekeeper:slots/session_metrics from pg
begin;
set local role gamekeeper;
drop function slots.session_metrics();
commit;
