-- Revert gamekeeper:sparc/seats/retire_character from pg
begin;
set local role gamekeeper;
drop function sparc.retire_character(uuid);
commit;
