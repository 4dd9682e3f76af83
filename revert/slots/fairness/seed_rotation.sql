-- Revert gamekeeper:slots/fairness/seed_rotation from pg
begin;
set local role gamekeeper;
drop type slots.seed_rotation;
commit;
