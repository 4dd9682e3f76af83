-- Revert gamekeeper:slots/limits/confirm_limit from pg
begin;
set local role gamekeeper;
drop function slots.confirm_limit(text, text, text);
commit;
