-- Revert gamekeeper:slots/sessions/guard_transition from pg
begin;
set local role gamekeeper;
drop function slots.guard_transition();
commit;
