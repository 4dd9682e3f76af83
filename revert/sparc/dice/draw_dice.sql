-- Revert gamekeeper:sparc/dice/draw_dice from pg
begin;
set local role gamekeeper;
drop function sparc.draw_dice(bytea, bytea, bigint, integer);
commit;
