-- Revert gamekeeper:sparc/dice/find_repeated_roll from pg
begin;
set local role gamekeeper;
drop function sparc.find_repeated_roll(sparc.declared_rolls);
commit;
