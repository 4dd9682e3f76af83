-- Revert gamekeeper:core/setting from pg
begin;
set local role gamekeeper;
drop function core.setting(text);
commit;
