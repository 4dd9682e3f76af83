-- Revert gamekeeper:slots/learning/session_observation from pg
begin;
set local role gamekeeper;
drop function slots.session_observation(slots.sessions);
commit;
