-- Revert gamekeeper:sparc/dice/roll_type from pg
begin;
set local role gamekeeper;
drop type sparc.roll_type;
commit;
