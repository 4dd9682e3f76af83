-- Revert gamekeeper:slots/schema from pg
begin;
set local role gamekeeper;
drop schema slots;
commit;
