-- Revert gamekeeper:slots/sessions/lock_session from pg
begin;
set local role gamekeeper;
drop function slots.lock_session(uuid);
commit;
