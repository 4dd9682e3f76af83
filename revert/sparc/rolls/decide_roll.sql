-- Revert gamekeeper:sparc/rolls/decide_roll from pg
begin;
set local role gamekeeper;
drop function sparc.decide_roll(sparc.declared_rolls, boolean, text);
commit;
