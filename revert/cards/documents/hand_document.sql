-- Revert gamekeeper:cards/documents/hand_document from pg
begin;
set local role gamekeeper;
drop function cards.hand_document(cards.table_state, integer);
commit;
