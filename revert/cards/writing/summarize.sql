-- Revert gamekeeper:cards/writing/summarize from pg
begin;
set local role gamekeeper;
drop function cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz);
commit;
