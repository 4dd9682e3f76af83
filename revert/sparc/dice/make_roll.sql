-- Revert gamekeeper:sparc/dice/make_roll from pg
begin;
set local role gamekeeper;
drop trigger make_roll on sparc.dice_rolls;
drop function sparc.make_roll();
commit;
