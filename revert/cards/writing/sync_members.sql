-- Revert gamekeeper:cards/writing/sync_members from pg
begin;
set local role gamekeeper;
drop function cards.sync_members(uuid, cards.table_state);
commit;
