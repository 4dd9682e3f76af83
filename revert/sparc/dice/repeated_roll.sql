-- Revert gamekeeper:sparc/dice/repeated_roll from pg
begin;
set local role gamekeeper;
drop function sparc.repeated_roll(sparc.declared_rolls);
commit;
