-- Revert gamekeeper:sparc/leaving/merge_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where (system, kind) = ('sparc', 'merge');
drop function sparc.merge_person(uuid, uuid);
commit;
