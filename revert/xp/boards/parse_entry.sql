-- Revert gamekeeper:xp/boards/parse_entry from pg
begin;
set local role gamekeeper;
drop function xp.parse_entry(jsonb);
commit;
