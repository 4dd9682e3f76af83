-- Revert gamekeeper:slots/limits/added from pg
begin;
set local role gamekeeper;
drop function slots.added(numeric[], numeric);
commit;
