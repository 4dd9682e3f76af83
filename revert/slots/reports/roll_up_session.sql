-- Revert gamekeeper:slots/reports/roll_up_session from pg
begin;
set local role gamekeeper;
drop function slots.roll_up_session(slots.sessions, timestamptz);
commit;
