-- Revert gamekeeper:core/people/export_rows from pg
begin;
set local role gamekeeper;
drop function core.export_rows(uuid, text, jsonb, integer);
drop type core.exported_row;
commit;
