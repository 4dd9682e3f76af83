-- Revert gamekeeper:slots/people/end_sessions from pg
begin;
set local role gamekeeper;
drop function slots.end_sessions(uuid, text);
commit;
