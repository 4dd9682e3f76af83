-- Revert gamekeeper:sparc/leaving/export_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where (system, kind) = ('sparc', 'export');
drop function sparc.export_person(uuid, jsonb, integer);
commit;
