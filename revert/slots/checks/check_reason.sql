-- Revert gamekeeper:slots/checks/check_reason from pg
begin;
set local role gamekeeper;
drop function slots.check_reason(text);
commit;
