-- Revert gamekeeper:sparc/fairness/verify_roll from pg
begin;
set local role gamekeeper;
drop function sparc.verify_roll(uuid);
commit;
