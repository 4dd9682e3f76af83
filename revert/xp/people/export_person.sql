-- Revert gamekeeper:xp/people/export_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'xp' and kind = 'export';
drop function xp.export_person(uuid, jsonb, integer);
commit;
