-- Revert gamekeeper:sparc/leaving/reopen_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where (system, kind) = ('sparc', 'reopen');
drop function sparc.reopen_person(uuid);
commit;
