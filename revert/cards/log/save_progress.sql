-- Revert gamekeeper:cards/log/save_progress from pg
begin;
set local role gamekeeper;
drop function cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean);
commit;
