-- Revert gamekeeper:sparc/leaving/export_person from pg
begin;
set local role gamekeeper;
drop function sparc.export_person(uuid, jsonb, integer);
commit;
