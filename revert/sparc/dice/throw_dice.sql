-- Revert gamekeeper:sparc/dice/throw_dice from pg
begin;
set local role gamekeeper;
drop function sparc.throw_dice(integer);
commit;
