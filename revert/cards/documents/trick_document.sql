-- Revert gamekeeper:cards/documents/trick_document from pg
begin;
set local role gamekeeper;
drop function cards.trick_document(cards.table_state);
commit;
