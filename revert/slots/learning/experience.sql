-- Revert gamekeeper:slots/learning/experience from pg
begin;
set local role gamekeeper;
drop type slots.experience;
commit;
