-- Revert gamekeeper:cards/documents/view_document from pg
begin;
set local role gamekeeper;
drop function cards.view_document(cards.game_state, integer);
commit;
