-- Revert gamekeeper:core/people/export_person from pg
begin;
set local role gamekeeper;
drop function core.export_person(uuid, text, jsonb, integer);
commit;
