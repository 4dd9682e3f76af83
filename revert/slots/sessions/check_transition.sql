-- Revert gamekeeper:slots/sessions/check_transition from pg
begin;
set local role gamekeeper;
drop function slots.check_transition();
commit;
