-- Revert gamekeeper:slots/checks/check_text from pg
begin;
set local role gamekeeper;
drop function slots.check_text(text, text, integer);
commit;
