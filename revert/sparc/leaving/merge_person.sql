-- Revert gamekeeper:sparc/leaving/merge_person from pg
begin;
set local role gamekeeper;
drop function sparc.merge_person(uuid, uuid);
commit;
