-- Revert gamekeeper:sparc/dice/draw_roll from pg
begin;
set local role gamekeeper;
drop function sparc.draw_roll(sparc.declared_rolls, timestamptz);
commit;
