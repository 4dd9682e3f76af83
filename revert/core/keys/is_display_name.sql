-- Revert gamekeeper:core/keys/is_display_name from pg
begin;
set local role gamekeeper;
drop function core.is_display_name(text);
commit;
