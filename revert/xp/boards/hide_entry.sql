-- Revert gamekeeper:xp/boards/hide_entry from pg
begin;
set local role gamekeeper;
drop function xp.hide_entry(text, bigint, text);
commit;
