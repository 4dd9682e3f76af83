-- Revert gamekeeper:sparc/leaving/reopen_person from pg
begin;
set local role gamekeeper;
drop function sparc.reopen_person(uuid);
commit;
