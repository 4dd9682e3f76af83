-- Revert gamekeeper:sparc/dice/record_roll from pg
begin;
set local role gamekeeper;
drop trigger record_roll on sparc.dice_rolls;
drop function sparc.record_roll();
commit;
