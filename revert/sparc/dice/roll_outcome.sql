-- Revert gamekeeper:sparc/dice/roll_outcome from pg
begin;
set local role gamekeeper;
drop type sparc.roll_outcome;
commit;
