-- Revert gamekeeper:sparc/dice/guard_roll from pg
begin;
set local role gamekeeper;
drop trigger guard_roll on sparc.dice_rolls;
drop function sparc.guard_roll();
commit;
