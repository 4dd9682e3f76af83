-- Revert gamekeeper:sparc/leaving/close_person from pg
begin;
set local role gamekeeper;
drop function sparc.close_person(uuid);
commit;
