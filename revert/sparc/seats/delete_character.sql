-- Revert gamekeeper:sparc/seats/delete_character from pg
begin;
set local role gamekeeper;
drop function sparc.delete_character(uuid);
commit;
