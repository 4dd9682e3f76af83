-- Revert gamekeeper:slots/check_transition from pg
begin;
set local role gamekeeper;
drop function slots.check_transition();
commit;
