-- Revert gamekeeper:xp/seasons/xp_hidden_entries from pg
-- Destroys the rows of xp.xp_hidden_entries.
begin;
set local role gamekeeper;
drop table xp.xp_hidden_entries;
commit;
