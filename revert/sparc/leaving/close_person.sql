-- Revert gamekeeper:sparc/leaving/close_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where (system, kind) = ('sparc', 'close');
drop function sparc.close_person(uuid);
commit;
