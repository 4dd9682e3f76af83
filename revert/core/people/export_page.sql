-- Revert gamekeeper:core/people/export_page from pg
begin;
set local role gamekeeper;
drop function core.export_page(uuid, text [], jsonb, integer);
commit;
