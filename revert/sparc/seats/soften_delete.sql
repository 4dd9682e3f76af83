-- Revert gamekeeper:sparc/seats/soften_delete from pg
begin;
set local role gamekeeper;
drop trigger soften_delete on sparc.characters;
drop function sparc.soften_delete();
commit;
