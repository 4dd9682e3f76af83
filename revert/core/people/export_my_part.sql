-- Revert gamekeeper:core/people/export_my_part from pg
begin;
set local role gamekeeper;
drop function core.export_my_part(integer, text, jsonb, integer);
drop type core.exported_part;
commit;
