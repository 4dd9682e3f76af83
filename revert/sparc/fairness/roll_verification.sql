-- Revert gamekeeper:sparc/fairness/roll_verification from pg
begin;
set local role gamekeeper;
drop type sparc.roll_verification;
commit;
