-- Revert gamekeeper:slots/limits/is_within from pg
begin;
set local role gamekeeper;
drop function slots.is_within(numeric[], numeric[], numeric);
commit;
