-- Revert gamekeeper:cards/people/export_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'cards' and kind = 'export';
drop function cards.export_person(uuid, jsonb, integer);
commit;
