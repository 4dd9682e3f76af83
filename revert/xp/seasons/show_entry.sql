-- Revert gamekeeper:xp/seasons/show_entry from pg
begin;
set local role gamekeeper;
drop function xp.show_entry(text, bigint);
commit;
