-- Revert gamekeeper:cards/documents/player_view_document from pg
begin;
set local role gamekeeper;
drop function cards.player_view_document(cards.table_state, text[], integer, integer);
commit;
