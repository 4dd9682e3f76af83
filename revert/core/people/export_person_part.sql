-- Revert gamekeeper:core/people/export_person_part from pg
begin;
set local role gamekeeper;
drop function core.export_person_part(integer, uuid, text, jsonb, integer);
commit;
