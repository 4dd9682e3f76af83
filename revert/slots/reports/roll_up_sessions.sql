-- Revert gamekeeper:slots/reports/roll_up_sessions from pg
begin;
set local role gamekeeper;
drop function slots.roll_up_sessions(integer);
commit;
