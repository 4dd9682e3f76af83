-- Revert gamekeeper:sparc/characters/free_name from pg
begin;
set local role gamekeeper;
drop function sparc.free_name(uuid);
commit;
