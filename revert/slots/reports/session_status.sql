-- Revert gamekeeper:slots/reports/session_status from pg
begin;
set local role gamekeeper;
drop function slots.session_status(uuid);
commit;
