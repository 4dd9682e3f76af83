-- Revert gamekeeper:sparc/dice/check_roll from pg
begin;
set local role gamekeeper;
drop function sparc.check_roll(sparc.declared_rolls);
commit;
