-- Revert gamekeeper:slots/limits/set_limit from pg
begin;
set local role gamekeeper;
drop function slots.set_limit(text, text, numeric, text, uuid);
commit;
