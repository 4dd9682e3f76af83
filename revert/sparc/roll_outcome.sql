-- Revert gamekeeper:sparc/roll_outcome from pg
begin;
set local role gamekeeper;
drop type sparc.roll_outcome;
commit;
