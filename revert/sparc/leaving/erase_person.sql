-- Revert gamekeeper:sparc/leaving/erase_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where (system, kind) = ('sparc', 'erase');
drop function sparc.erase_person(uuid);
commit;
