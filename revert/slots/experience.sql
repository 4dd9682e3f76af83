-- Revert gamekeeper:slots/experience from pg
begin;
set local role gamekeeper;
drop type slots.experience;
commit;
