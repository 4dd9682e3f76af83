-- Revert gamekeeper:cards/play/misplay from pg
begin;
set local role gamekeeper;
drop function cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz);
commit;
