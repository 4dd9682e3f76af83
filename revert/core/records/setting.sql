-- Revert gamekeeper:core/records/setting from pg
begin;
set local role gamekeeper;
drop function core.setting(text);
commit;
