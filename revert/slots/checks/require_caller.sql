-- Revert gamekeeper:slots/checks/require_caller from pg
begin;
set local role gamekeeper;
drop function slots.require_caller();
commit;
