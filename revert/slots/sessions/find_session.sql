-- Revert gamekeeper:slots/sessions/find_session from pg
begin;
set local role gamekeeper;
drop function slots.find_session(uuid);
commit;
