-- Revert gamekeeper:slots/training/sampled_experience from pg
begin;
set local role gamekeeper;
drop type slots.sampled_experience;
commit;
