-- Revert gamekeeper:slots/people/export_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'slots' and kind = 'export';
drop function slots.export_person(uuid, jsonb, integer);
commit;
