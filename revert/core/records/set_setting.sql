-- Revert gamekeeper:core/records/set_setting from pg
begin;
set local role gamekeeper;
drop function core.set_setting(text, jsonb);
commit;
