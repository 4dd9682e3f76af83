-- Revert gamekeeper:slots/play/end_session from pg
begin;
set local role gamekeeper;
drop function slots.end_session(slots.sessions, text);
commit;
