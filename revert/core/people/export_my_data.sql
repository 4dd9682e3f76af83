-- Revert gamekeeper:core/people/export_my_data from pg
begin;
set local role gamekeeper;
drop function core.export_my_data(text, jsonb, integer);
commit;
