-- Revert gamekeeper:sparc/dice/dice_from_bytes from pg
begin;
set local role gamekeeper;
drop function sparc.dice_from_bytes(bytea);
commit;
