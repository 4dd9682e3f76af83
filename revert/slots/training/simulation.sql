-- Revert gamekeeper:slots/training/simulation from pg
begin;
set local role gamekeeper;
drop type slots.simulation;
commit;
