-- Revert gamekeeper:sparc/rolls/add_roll from pg
begin;
set local role gamekeeper;
drop function sparc.add_roll(sparc.declared_rolls, boolean);
commit;
