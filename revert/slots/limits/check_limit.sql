-- Revert gamekeeper:slots/limits/check_limit from pg
begin;
set local role gamekeeper;
drop function slots.check_limit(text, text, text);
commit;
