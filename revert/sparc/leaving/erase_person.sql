-- Revert gamekeeper:sparc/leaving/erase_person from pg
begin;
set local role gamekeeper;
drop function sparc.erase_person(uuid);
commit;
